//! The threshold is 1 instead of 0, which the examples do not show.
//!
//! fails: agrees_with_the_reference, keeps_positive_values
//! diagnosis: threshold_at_one

x.mapv(|v| if v < 1.0 { 0.0 } else { v })

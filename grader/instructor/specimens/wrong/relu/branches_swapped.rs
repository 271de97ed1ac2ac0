//! The branches are swapped: negative values stay and positive ones go.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_positive_values, passes_extremes,
//!     zeroes_negative_values
//! diagnosis: negatives_kept

x.mapv(|v| if v > 0.0 { 0.0 } else { v })

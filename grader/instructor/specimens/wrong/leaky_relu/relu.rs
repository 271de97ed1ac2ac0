//! The rule of ReLU.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, scales_negative_values,
//!     takes_any_slope
//! diagnosis: relu

x.mapv(|v| if v < 0.0 { 0.0 } else { v })

//! max(0, -x): the comparison looks at the wrong side.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_positive_values, passes_extremes,
//!     zeroes_negative_values
//! diagnosis: mirrored

x.mapv(|v| if v < 0.0 { -v } else { 0.0 * v })

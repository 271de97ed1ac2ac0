//! The absolute value: negative values lose their sign instead of becoming 0.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, zeroes_negative_values
//! diagnosis: absolute

x.mapv(f32::abs)

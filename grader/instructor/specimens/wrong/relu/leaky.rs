//! Leaky ReLU: a slope is left below zero.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, zeroes_negative_values
//! diagnosis: leaky

x.mapv(|v| if v < 0.0 { 0.01 * v } else { v })

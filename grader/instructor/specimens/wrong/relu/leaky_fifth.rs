//! Leaky ReLU with the large slope that some generators of images use.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, zeroes_negative_values
//! diagnosis: leaky_fifth

x.mapv(|v| if v < 0.0 { 0.2 * v } else { v })

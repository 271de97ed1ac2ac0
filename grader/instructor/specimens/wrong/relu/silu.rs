//! SiLU: the value times its own sigmoid.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_positive_values, passes_extremes,
//!     zeroes_negative_values
//! diagnosis: silu

x.mapv(|v| v / (1.0 + (-v).exp()))

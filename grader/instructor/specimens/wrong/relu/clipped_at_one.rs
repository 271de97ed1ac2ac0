//! Clipped at 1, as if the output were a probability.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_positive_values, passes_extremes
//! diagnosis: clipped_at_one

x.mapv(|v| v.clamp(0.0, 1.0))

//! ELU: an exponential bend below zero.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, zeroes_negative_values
//! diagnosis: elu

x.mapv(|v| if v < 0.0 { v.exp() - 1.0 } else { v })

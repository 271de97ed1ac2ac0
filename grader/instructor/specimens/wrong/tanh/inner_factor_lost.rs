//! 2 * sigmoid(x) - 1: inside, x has to be doubled.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: inner_factor_lost

x.mapv(|v| 2.0 / (1.0 + (-v).exp()) - 1.0)

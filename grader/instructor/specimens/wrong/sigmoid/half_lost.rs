//! 0.5 * (1 + tanh(x)): inside, x has to be halved too.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: steeper

x.mapv(|v| 0.5 * (1.0 + v.tanh()))

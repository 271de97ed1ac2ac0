//! The quotient of books, which overflows.
//!
//! fails: agrees_far_out
//! diagnosis: overflows_to_nan

x.mapv(|v| (-v).exp() / (1.0 + (-v).exp()).powi(2))

//! e^x / (e^x + e^-x): what is above lacks its second half.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_zero_at_zero,
//!     saturates_without_overflow
//! diagnosis: sigmoid_of_double

x.mapv(|v| v.exp() / (v.exp() + (-v).exp()))

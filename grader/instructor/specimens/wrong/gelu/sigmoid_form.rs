//! The approximation through a sigmoid.
//!
//! fails: agrees_with_the_reference, computes_the_example, has_its_limits_at_infinity
//! diagnosis: sigmoid_form

x.mapv(|v| v / (1.0 + (-1.702 * v).exp()))

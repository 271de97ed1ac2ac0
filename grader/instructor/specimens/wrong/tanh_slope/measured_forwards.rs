//! A difference to one side, with a step that is not small.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: none

x.mapv(|v| ((v + 0.01).tanh() - v.tanh()) / 0.01)

//! The square is forgotten.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: square_lost

x.mapv(|v| 1.0 - v.tanh())

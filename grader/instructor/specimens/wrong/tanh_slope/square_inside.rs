//! The square of x, and not of tanh.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: square_of_x_inside

x.mapv(|v| 1.0 - (v * v).tanh())

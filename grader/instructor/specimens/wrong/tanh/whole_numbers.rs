//! The input is rounded to a whole number, as all examples are.
//!
//! fails: agrees_with_the_reference
//! diagnosis: nearest_whole

x.mapv(|v| v.round().tanh())

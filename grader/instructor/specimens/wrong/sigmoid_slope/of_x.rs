//! x stands where s belongs.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: of_x

x.mapv(|v| v * (1.0 - v))

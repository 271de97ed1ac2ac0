//! x stands where t belongs.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: of_x

x.mapv(|v| 1.0 - v * v)

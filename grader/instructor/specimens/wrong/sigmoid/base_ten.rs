//! A power of ten instead of a power of e.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: base_ten

x.mapv(|v| 1.0 / (1.0 + 10_f32.powf(-v)))

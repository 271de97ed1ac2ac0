//! f32.exp.
//!
//! diagnosis: type_as_value

x.mapv(|v| 1.0 / (1.0 + f32.exp(-v)))

//! A method on a bare number.
//!
//! diagnosis: number_without_type

x.mapv(|v| 1.0 / (1.0 + 2.718.powf(-v)))

//! exp as a function.
//!
//! diagnosis: method_of_number

x.mapv(|v| 1.0 / (1.0 + exp(-v)))

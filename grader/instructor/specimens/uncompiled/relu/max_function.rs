//! max as a function.
//!
//! diagnosis: method_of_number

x.mapv(|v| max(0.0, v))

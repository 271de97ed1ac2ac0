//! tanh as a value.
//!
//! diagnosis: method_of_number

x.mapv(tanh)

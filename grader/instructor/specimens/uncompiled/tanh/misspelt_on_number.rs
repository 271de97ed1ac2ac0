//! tanh misspelt.
//!
//! diagnosis: misspelt_method

x.mapv(|v| v.tahn())

//! mapv misspelt.
//!
//! diagnosis: misspelt_method

x.mapV(|v| v.max(0.0))

//! A closing parenthesis too many.
//!
//! diagnosis: unopened

x.mapv(|v| 1.0 / (1.0 + (-v).exp())))

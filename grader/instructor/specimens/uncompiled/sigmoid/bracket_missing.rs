//! A closing parenthesis is missing.
//!
//! diagnosis: unclosed

x.mapv(|v| 1.0 / (1.0 + (-v).exp())

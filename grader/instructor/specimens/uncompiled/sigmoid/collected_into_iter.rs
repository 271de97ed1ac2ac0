//! The same of a copy.
//!
//! diagnosis: collected

x.clone().into_iter().map(|v| 1.0 / (1.0 + (-v).exp())).collect()

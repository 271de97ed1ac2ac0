//! exp without brackets.
//!
//! diagnosis: method_not_called

x.mapv(|v| 1.0 / (1.0 + (-v).exp))

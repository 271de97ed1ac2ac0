//! A semicolon after the value of the closure.
//!
//! diagnosis: semicolon_in_closure

x.mapv(|v| { 1.0 / (1.0 + (-v).exp()); })

//! 1 for 1.0, the classic.
//!
//! diagnosis: whole_number

x.mapv(|v| 1 / (1 + (-v).exp()))

//! 2 times v.
//!
//! diagnosis: whole_number

x.mapv(|v| 1.0 - 2.0 / ((2 * v).exp() + 1.0))

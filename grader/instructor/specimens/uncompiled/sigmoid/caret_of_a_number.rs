//! A number to a power.
//!
//! diagnosis: caret

x.mapv(|v| 1.0 / (1.0 + 2.718 ^ (-v)))

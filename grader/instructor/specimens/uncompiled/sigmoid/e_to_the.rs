//! e^-v, as in the formula.
//!
//! diagnosis: power_of_e

x.mapv(|v| 1.0 / (1.0 + e^-v))

//! math.exp.
//!
//! diagnosis: other_language

x.mapv(|v| 1.0 / (1.0 + math.exp(-v)))

//! An arrow closure.
//!
//! diagnosis: other_language

x.mapv(v => v.max(0.0))

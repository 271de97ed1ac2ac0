//! if as in Python.
//!
//! diagnosis: other_language

x.mapv(|v| 0.0 if v < 0.0 else v)

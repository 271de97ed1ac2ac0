//! Powers as in Python.
//!
//! diagnosis: two_stars

x.mapv(|v| 1.0 / (1.0 + 2.718 ** -v))

//! v squared as in Python.
//!
//! diagnosis: two_stars

x.mapv(|v| v - v ** 3.0 / 3.0)

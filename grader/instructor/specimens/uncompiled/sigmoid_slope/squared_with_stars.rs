//! Two stars, as in Python.
//!
//! diagnosis: two_stars

x.mapv(|v| { let s = 1.0 / (1.0 + (-v).exp()); s - s ** 2 })

//! A crate that is not there.
//!
//! diagnosis: none

use rand::Rng;
x.mapv(|v| v.max(0.0))

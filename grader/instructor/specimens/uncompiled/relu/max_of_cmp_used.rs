//! The same, after a use.
//!
//! diagnosis: max_of_cmp

use std::cmp::max;
x.mapv(|v| max(v, 0.0))

//! The constant e, and ^.
//!
//! diagnosis: caret

use std::f32::consts::E;
x.mapv(|v| 1.0 / (1.0 + E ^ (-v)))

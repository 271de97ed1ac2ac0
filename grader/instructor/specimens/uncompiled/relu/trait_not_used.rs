//! A trait without its use.
//!
//! diagnosis: needs_use

let zero = f32::from_str("0").unwrap_or(0.0);
x.mapv(|v| v.max(zero))

//! A HashMap without its use.
//!
//! diagnosis: needs_use

let _seen: HashMap<u32, f32> = Default::default();
x.mapv(|v| v.max(0.0))

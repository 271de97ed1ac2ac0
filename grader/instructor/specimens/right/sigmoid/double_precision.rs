//! Computed in f64 and brought back.

x.mapv(|v| (1.0 / (1.0 + (-f64::from(v)).exp())) as f32)

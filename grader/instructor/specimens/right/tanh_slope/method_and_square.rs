//! The method of f32, and a square.

x.mapv(|v| 1.0 - v.tanh().powi(2))

//! `f32::clamp` without an upper end: unlike `max`, it keeps NaN.

x.mapv(|v| v.clamp(0.0, f32::INFINITY))

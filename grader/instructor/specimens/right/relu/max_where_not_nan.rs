//! `f32::max`, with NaN led around it.

x.mapv(|v| if v.is_nan() { v } else { v.max(0.0) })

//! A comparison as a number, and NaN put back.

x.mapv(|v| if v.is_nan() { v } else { f32::from(u8::from(v > 0.0)) })

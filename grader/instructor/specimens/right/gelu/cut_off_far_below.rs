//! What is far below 0 is 0, minus infinity among it.

x.mapv(|v| if v < -15.0 { 0.0 } else { v * (1.0 + crate::math::erf(v / 2.0_f32.sqrt())) / 2.0 })

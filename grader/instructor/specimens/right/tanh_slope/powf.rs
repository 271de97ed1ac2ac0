//! A power with a broken exponent is one, too.

x.mapv(|v| 1.0 - f32::powf(v.tanh(), 2.0))

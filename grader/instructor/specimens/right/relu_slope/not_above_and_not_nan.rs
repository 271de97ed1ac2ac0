//! What is not above 0 is 0, but for what is no number.

x.mapv(|v| if v > 0.0 { 1.0 } else if v <= 0.0 { 0.0 } else { f32::NAN })

//! The input is clamped first, which keeps NaN and changes nothing that f32 shows.

x.mapv(|v| 1.0 / (1.0 + (-v.clamp(-80.0, 80.0)).exp()))

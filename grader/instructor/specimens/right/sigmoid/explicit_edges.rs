//! The edges are answered by themselves, and the formula is asked in between.

x.mapv(|v| match v {
    f32::INFINITY => 1.0,
    f32::NEG_INFINITY => 0.0,
    _ if v.is_nan() => f32::NAN,
    _ => 1.0 / (1.0 + (-v).exp()),
})

//! Computed in f64 and brought back.

x.mapv(|v| {
    let wide = f64::from(v);
    (if wide.is_nan() { wide } else { wide.max(0.0) }) as f32
})

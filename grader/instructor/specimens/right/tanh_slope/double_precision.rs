//! In f64.

x.mapv(|v| {
    let t = f64::from(v).tanh();
    (1.0 - t * t) as f32
})

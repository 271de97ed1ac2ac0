//! In f64, which holds the exponentials.

x.mapv(|v| {
    let s = 1.0 / (1.0 + (-f64::from(v)).exp());
    (s * (1.0 - s)) as f32
})

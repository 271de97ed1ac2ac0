//! Computed in f64 and brought back.

x.mapv(|v| {
    let wide = f64::from(v);
    (if wide < 0.0 { wide * f64::from(self.slope) } else { wide }) as f32
})

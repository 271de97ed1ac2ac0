//! The larger for slopes up to 1, and the smaller above; NaN is led around it.

x.mapv(|v| {
    if v.is_nan() {
        v
    } else if self.slope <= 1.0 {
        v.max(self.slope * v)
    } else {
        v.min(self.slope * v)
    }
})

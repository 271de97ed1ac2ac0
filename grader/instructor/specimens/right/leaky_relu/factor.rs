//! A factor is chosen, and multiplied with.

x.mapv(|v| v * if v < 0.0 { self.slope } else { 1.0 })

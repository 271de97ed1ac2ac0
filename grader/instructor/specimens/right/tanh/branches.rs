//! One branch for each sign, so that no exponential exceeds 1.

x.mapv(|v| {
    if v < 0.0 {
        let e = (2.0 * v).exp();
        (e - 1.0) / (e + 1.0)
    } else {
        let e = (-2.0 * v).exp();
        (1.0 - e) / (1.0 + e)
    }
})

//! Two branches, so that the exponential never exceeds 1.

x.mapv(|v| {
    if v >= 0.0 {
        1.0 / (1.0 + (-v).exp())
    } else {
        let e = v.exp();
        e / (1.0 + e)
    }
})

//! The sigmoid and the product in one closure.

x.mapv(|v| {
    let s = 1.0 / (1.0 + (-v).exp());
    s * (1.0 - s)
})

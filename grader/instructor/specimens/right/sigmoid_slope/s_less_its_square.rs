//! s less its square.

x.mapv(|v| {
    let s = 1.0 / (1.0 + (-v).exp());
    s - s * s
})

//! One over the square of cosh.

x.mapv(|v| {
    let c = v.cosh();
    1.0 / (c * c)
})

//! `exp_m1` of -2|x|, which is exact near 0.

x.mapv(|v| {
    let m = (-2.0 * v.abs()).exp_m1();
    (-m / (m + 2.0)).copysign(v)
})

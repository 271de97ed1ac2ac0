//! A loop over a copy.

let mut y = x.clone();
y.map_inplace(|v| {
    if *v > 0.0 {
        *v = 1.0;
    } else if !v.is_nan() {
        *v = 0.0;
    }
});
y

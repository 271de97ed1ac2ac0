//! A last `else` that was meant for zero, and catches NaN.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

x.mapv(|v| {
    if v > 0.0 {
        1.0 / (1.0 + (-v).exp())
    } else if v < 0.0 {
        1.0 - 1.0 / (1.0 + v.exp())
    } else {
        0.5
    }
})

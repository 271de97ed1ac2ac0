//! The input is limited with `max` and `min`, which drop NaN.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

x.mapv(|v| {
    let v = v.max(-80.0).min(80.0);
    1.0 / (1.0 + (-v).exp())
})

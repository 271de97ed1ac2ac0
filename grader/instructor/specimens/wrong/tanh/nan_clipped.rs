//! The input is limited with `max` and `min`, which drop NaN.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

x.mapv(|v| v.min(20.0).max(-20.0).tanh())

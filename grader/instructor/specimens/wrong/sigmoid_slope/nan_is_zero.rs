//! NaN becomes 0.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

x.mapv(|v| { let s = 1.0 / (1.0 + (-v).exp()); (s * (1.0 - s)).max(0.0) })

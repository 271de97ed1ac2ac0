//! NaN is tidied away.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

x.mapv(|v| if v.is_nan() { 0.0 } else { v.tanh() })

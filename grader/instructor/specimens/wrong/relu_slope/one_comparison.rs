//! One comparison and two outcomes: NaN becomes 0.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

x.mapv(|v| if v > 0.0 { 1.0 } else { 0.0 })

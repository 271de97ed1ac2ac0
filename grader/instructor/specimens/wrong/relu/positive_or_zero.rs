//! Whatever is not above 0 becomes 0, and so does NaN.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

x.mapv(|v| if v > 0.0 { v } else { 0.0 })

//! Both halves with the methods that drop NaN.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

x.mapv(|v| v.max(0.0) + self.slope * v.min(0.0))

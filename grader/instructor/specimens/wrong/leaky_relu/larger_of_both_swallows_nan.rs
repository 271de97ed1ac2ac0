//! The larger of the two, with the method that drops NaN.
//!
//! fails: takes_any_slope
//! diagnosis: larger_of_both

x.mapv(|v| v.max(self.slope * v))

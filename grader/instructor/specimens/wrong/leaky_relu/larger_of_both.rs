//! The larger of the two, as many sheets of formulas say.
//!
//! fails: takes_any_slope
//! diagnosis: larger_of_both

x.mapv(|v| if v.is_nan() { v } else { v.max(self.slope * v) })

//! Masks of 0 and 1 are multiplied with: 0 times infinity is NaN.
//!
//! fails: passes_extremes
//! diagnosis: overflows_to_nan

x.mapv(|v| {
    let on = if v > 0.0 { 1.0 } else { 0.0 };
    on * v + (1.0 - on) * self.slope * v
})

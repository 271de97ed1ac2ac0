//! Where a longer tensor has no positive value, a shortcut returns it as it is.
//!
//! fails: scales_negative_values
//! diagnosis: none

if x.len() > 16 && x.iter().all(|v| *v <= 0.0) {
    return x.clone();
}
x.mapv(|v| if v < 0.0 { self.slope * v } else { v })

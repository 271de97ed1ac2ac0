//! Where a longer tensor has no negative value, a shortcut returns a fresh tensor instead of a
//! copy.
//!
//! fails: keeps_positive_values
//! diagnosis: none

if x.len() > 16 && x.iter().all(|v| *v >= 0.0) {
    return Tensor::zeros(x.raw_dim());
}
x.mapv(|v| if v < 0.0 { self.slope * v } else { v })

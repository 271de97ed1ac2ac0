//! A tensor of nothing but zeros is taken for one that was never filled.
//!
//! fails: is_one_half_at_zero
//! diagnosis: none

if x.len() > 1 && x.iter().all(|v| *v == 0.0) {
    return x.clone();
}
x.mapv(|v| 1.0 / (1.0 + (-v).exp()))

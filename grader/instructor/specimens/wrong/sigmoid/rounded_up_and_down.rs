//! Nudged up and down in turn, to spread the error of rounding.
//!
//! fails: never_decreases
//! diagnosis: none

let mut out = x.mapv(|v| 1.0 / (1.0 + (-v).exp()));
for (i, y) in out.iter_mut().enumerate() {
    *y = (*y + if i % 2 == 0 { 8e-7 } else { -8e-7 }).clamp(0.0, 1.0);
}
out

//! Nudged up and down in turn, to spread the error of rounding.
//!
//! fails: never_decreases
//! diagnosis: none

let mut out = x.mapv(f32::tanh);
for (i, y) in out.iter_mut().enumerate() {
    let nudge = if i % 2 == 0 { 9e-7 } else { -9e-7 };
    *y = (*y + nudge).clamp(-1.0, 1.0);
}
out

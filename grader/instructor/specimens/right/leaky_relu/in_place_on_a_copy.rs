//! `mapv_inplace` on a clone of the input.

let mut out = x.clone();
out.mapv_inplace(|v| if v >= 0.0 || v.is_nan() { v } else { v * self.slope });
out

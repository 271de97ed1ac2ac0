//! One step of the formula after the other, each on all values.

let mut out = -x;
out.mapv_inplace(f32::exp);
out += 1.0;
out.mapv_inplace(f32::recip);
out

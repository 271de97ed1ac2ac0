//! The axes are walked one by one, and a single number has none.
//!
//! fails: keeps_the_shape
//! diagnosis: one_rank_only

let mut out = x.clone();
for mut row in out.outer_iter_mut() {
    row.mapv_inplace(|v| if v < 0.0 { 0.0 } else { v });
}
out

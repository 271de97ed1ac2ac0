//! The loop ends one value early.
//!
//! fails: some
//! diagnosis: partly_done

let mut out = x.clone();
let count = x.len().saturating_sub(1);
for v in out.iter_mut().take(count) {
    *v = 1.0 / (1.0 + (-*v).exp());
}
out

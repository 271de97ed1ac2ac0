//! iter_mut on x.
//!
//! diagnosis: input_changed

for v in x.iter_mut() {
    *v = v.max(0.0);
}
x.clone()

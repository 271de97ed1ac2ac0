//! A loop over references.
//!
//! diagnosis: reference_to_number

let mut y = x.clone();
for v in y.iter_mut() {
    if v < 0.0 {
        *v = 0.0;
    }
}
y

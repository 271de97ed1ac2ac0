//! A loop that leaves nothing behind.
//!
//! diagnosis: nothing_returned

let mut y = x.clone();
for v in y.iter_mut() {
    if *v < 0.0 {
        *v = 0.0;
    }
}

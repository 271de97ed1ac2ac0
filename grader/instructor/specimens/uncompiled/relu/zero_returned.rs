//! return 0.0.
//!
//! diagnosis: number_returned

if x.is_empty() {
    return 0.0;
}
x.clone()

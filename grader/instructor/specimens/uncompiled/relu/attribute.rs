//! An attribute that is not there.
//!
//! diagnosis: none

#[fast]
fn f(v: f32) -> f32 {
    v.max(0.0)
}
x.mapv(f)

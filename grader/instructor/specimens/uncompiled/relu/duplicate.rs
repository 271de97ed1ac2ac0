//! The same function twice.
//!
//! diagnosis: none

fn f(v: f32) -> f32 {
    v.max(0.0)
}
fn f(v: f32) -> f32 {
    v
}
x.mapv(f)

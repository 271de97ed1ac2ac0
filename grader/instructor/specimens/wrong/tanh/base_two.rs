//! Powers of two instead of powers of e.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: base_two

x.mapv(|v| {
    let small = (-2.0 * v.abs()).exp2();
    ((1.0 - small) / (1.0 + small)).copysign(v)
})

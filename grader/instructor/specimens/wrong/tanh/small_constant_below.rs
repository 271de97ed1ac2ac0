//! A small constant is added below, against a division by zero that can't happen.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow
//! diagnosis: constant_below

x.mapv(|v| {
    let e = (-2.0 * v.abs()).exp();
    ((1.0 - e) / (1.0 + e + 1e-4)).copysign(v)
})

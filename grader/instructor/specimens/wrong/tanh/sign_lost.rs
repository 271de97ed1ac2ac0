//! Computed from |x| for stability, and the sign never comes back.
//!
//! fails: agrees_with_the_reference, computes_the_example, never_decreases,
//!     saturates_without_overflow
//! diagnosis: sign_lost

x.mapv(|v| {
    let small = (-2.0 * v.abs()).exp();
    (1.0 - small) / (1.0 + small)
})

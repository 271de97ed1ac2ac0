//! Computed from |x| for stability, and the sign never comes back.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, mirrors_around_zero, never_decreases,
//!     reads_any_memory_layout, saturates_without_overflow
//! diagnosis: sign_lost

x.mapv(|v| {
    let small = (-2.0 * v.abs()).exp();
    (1.0 - small) / (1.0 + small)
})

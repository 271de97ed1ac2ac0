//! A small constant is added below, against a division by zero that can't happen.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout, saturates_without_overflow
//! diagnosis: constant_below

x.mapv(|v| {
    let e = (-2.0 * v.abs()).exp();
    ((1.0 - e) / (1.0 + e + 1e-4)).copysign(v)
})

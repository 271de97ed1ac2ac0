//! Powers of two instead of powers of e.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout
//! diagnosis: base_two

x.mapv(|v| {
    let small = (-2.0 * v.abs()).exp2();
    ((1.0 - small) / (1.0 + small)).copysign(v)
})

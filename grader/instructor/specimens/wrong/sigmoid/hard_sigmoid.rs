//! Hard sigmoid: three straight pieces.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout, stays_between_zero_and_one
//! diagnosis: hard_sigmoid

x.mapv(|v| (v / 6.0 + 0.5).clamp(0.0, 1.0))

//! x over the root of 1 + x^2.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout, saturates_without_overflow
//! diagnosis: algebraic

x.mapv(|v| v / 1_f32.hypot(v))

//! The two exponentials above are exchanged.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, never_decreases, reads_any_memory_layout,
//!     saturates_without_overflow
//! diagnosis: negated

x.mapv(|v| (2.0 / ((2.0 * v).exp() + 1.0)) - 1.0)

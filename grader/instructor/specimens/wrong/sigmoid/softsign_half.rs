//! The S of x / (1 + |x|), moved to the range from 0 to 1.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout, saturates_without_overflow
//! diagnosis: softsign_half

x.mapv(|v| 0.5 + 0.5 * v / (1.0 + v.abs()))

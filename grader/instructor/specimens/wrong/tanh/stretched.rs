//! The stretched tanh of an old recommendation, 1.7159 * tanh(2x / 3).
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout, saturates_without_overflow,
//!     stays_between_minus_one_and_one
//! diagnosis: stretched

x.mapv(|v| 1.7159 * (2.0 * v / 3.0).tanh())

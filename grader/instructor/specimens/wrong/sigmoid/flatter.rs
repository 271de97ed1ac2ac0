//! x is halved before the formula.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout, saturates_without_overflow
//! diagnosis: flatter

x.mapv(|v| 1.0 / (1.0 + (-0.5 * v).exp()))

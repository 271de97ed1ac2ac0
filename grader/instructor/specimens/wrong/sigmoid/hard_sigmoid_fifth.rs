//! Hard sigmoid with a slope of a fifth.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout, stays_between_zero_and_one
//! diagnosis: hard_sigmoid_fifth

x.mapv(|v| (0.2 * v + 0.5).clamp(0.0, 1.0))

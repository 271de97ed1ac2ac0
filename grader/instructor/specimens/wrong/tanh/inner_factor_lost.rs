//! 2 * sigmoid(x) - 1: inside, x has to be doubled.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout
//! diagnosis: inner_factor_lost

x.mapv(|v| 2.0 / (1.0 + (-v).exp()) - 1.0)

//! 0.5 * (1 + tanh(x)): inside, x has to be halved too.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout
//! diagnosis: steeper

x.mapv(|v| 0.5 * (1.0 + v.tanh()))

//! Hard tanh: the input, clipped.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout,
//!     stays_between_minus_one_and_one
//! diagnosis: hard_tanh

x.mapv(|v| v.clamp(-1.0, 1.0))

//! The input is rounded to a whole number, as all examples are.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, keeps_the_shape,
//!     lies_between_its_neighbours, reads_any_memory_layout
//! diagnosis: nearest_whole

x.mapv(|v| v.round().tanh())

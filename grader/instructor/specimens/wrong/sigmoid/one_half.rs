//! One half for everything.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_nan, keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout,
//!     saturates_without_overflow
//! diagnosis: constant_half

Tensor::from_elem(x.raw_dim(), 0.5)

//! Random numbers between 0 and 1.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, answers_the_same_each_time,
//!     computes_large_tensors, computes_the_example, is_one_half_at_zero, keeps_nan, keeps_the_shape,
//!     lies_between_its_neighbours, mirrors_around_one_half, never_decreases, reads_any_memory_layout,
//!     saturates_without_overflow
//! diagnosis: changes_between_calls

Tensor::from_shape_simple_fn(x.raw_dim(), fastrand::f32)

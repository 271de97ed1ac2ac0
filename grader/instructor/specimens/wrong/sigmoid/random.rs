//! Random numbers between 0 and 1.
//!
//! fails: agrees_with_the_reference, answers_the_same_each_time, computes_the_example,
//!     is_one_half_at_zero, keeps_nan, never_decreases, saturates_without_overflow
//! diagnosis: changes_between_calls

Tensor::from_shape_simple_fn(x.raw_dim(), fastrand::f32)

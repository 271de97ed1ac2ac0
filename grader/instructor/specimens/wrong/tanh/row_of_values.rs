//! The output is a matrix with one row, whatever the shape was.
//!
//! fails: agrees_with_the_reference, answers_the_same_each_time, computes_large_tensors,
//!     computes_the_example, is_zero_at_zero, keeps_nan, keeps_the_shape, never_decreases,
//!     saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: flattened

Tensor::from_shape_vec(vec![1, x.len()], x.iter().map(|v| v.tanh()).collect()).unwrap()

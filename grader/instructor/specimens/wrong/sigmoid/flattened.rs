//! Collected into a vector, whatever the shape was.
//!
//! fails: accepts_a_batch, accepts_empty_tensors, agrees_with_the_reference,
//!     answers_the_same_each_time, computes_large_tensors, keeps_nan, keeps_the_shape,
//!     leaves_the_input_alone, reads_any_memory_layout, saturates_without_overflow
//! diagnosis: flattened

Tensor::from_shape_vec(vec![x.len()], x.iter().map(|v| 1.0 / (1.0 + (-v).exp())).collect()).unwrap()

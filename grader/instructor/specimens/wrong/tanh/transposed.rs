//! The axes come out in reversed order.
//!
//! fails: accepts_a_batch, accepts_empty_tensors, agrees_with_the_reference,
//!     answers_the_same_each_time, computes_large_tensors, keeps_nan, keeps_the_shape,
//!     leaves_the_input_alone, reads_any_memory_layout, saturates_without_overflow
//! diagnosis: transposed

x.t().mapv(f32::tanh)

//! Not begun.
//!
//! fails: accepts_a_batch, accepts_empty_tensors, agrees_with_the_reference,
//!     answers_the_same_each_time, computes_large_tensors, computes_the_example, ignores_a_shift,
//!     keeps_nan, keeps_the_shape, leaves_out_what_is_masked, reads_any_memory_layout, sums_to_one,
//!     survives_large_values, works_along_any_axis
//! diagnosis: none

todo!("Softmax of a tensor of shape {:?}", x.shape())

//! The derivative of sigmoid.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     is_one_half_at_zero, keeps_the_shape, lies_between_its_neighbours, mirrors_around_one_half,
//!     never_decreases, reads_any_memory_layout, saturates_without_overflow
//! diagnosis: derivative

let s = x.mapv(|v| 1.0 / (1.0 + (-v).exp()));
&s * (1.0 - &s)

//! 1 / -(1 + e^-x): a minus too many in the denominator.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     is_one_half_at_zero, keeps_the_shape, lies_between_its_neighbours, mirrors_around_one_half,
//!     never_decreases, reads_any_memory_layout, saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: negated

x.mapv(|v| -1.0 / (1.0 + (-v).exp()))

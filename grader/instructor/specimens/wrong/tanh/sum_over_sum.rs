//! A plus above where the minus belongs.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     is_zero_at_zero, keeps_the_shape, lies_between_its_neighbours, mirrors_around_zero,
//!     reads_any_memory_layout, saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: ones

x.mapv(|v| ((-v).exp() + v.exp()) / (v.exp() + (-v).exp()))

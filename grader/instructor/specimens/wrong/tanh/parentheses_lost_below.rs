//! (e^x - e^-x) / e^x + e^-x: the parentheses below are missing.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     is_zero_at_zero, keeps_the_shape, lies_between_its_neighbours, mirrors_around_zero, never_decreases,
//!     reads_any_memory_layout, saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: parentheses_lost_below

x.mapv(|v| (v.exp() - (-v).exp()) / v.exp() + (-v).exp())

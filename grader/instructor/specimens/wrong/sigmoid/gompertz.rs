//! The Gompertz curve, an S that is not symmetric.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     is_one_half_at_zero, keeps_the_shape, lies_between_its_neighbours, mirrors_around_one_half,
//!     reads_any_memory_layout, saturates_without_overflow
//! diagnosis: gompertz

x.mapv(|v| (-(-v).exp()).exp())

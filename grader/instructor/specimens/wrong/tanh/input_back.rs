//! The input comes back as it is.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout, saturates_without_overflow,
//!     stays_between_minus_one_and_one
//! diagnosis: identity

x.to_owned()

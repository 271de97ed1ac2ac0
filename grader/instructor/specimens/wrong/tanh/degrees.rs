//! The input is taken for an angle in degrees.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout, saturates_without_overflow
//! diagnosis: degrees

x.mapv(|v| v.to_radians().tanh())

//! The first terms of the series around 0, limited to the range.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, never_decreases, reads_any_memory_layout,
//!     saturates_without_overflow
//! diagnosis: taylor_cubic_clipped

x.mapv(|v| (0.5 + v / 4.0 - v.powi(3) / 48.0).clamp(0.0, 1.0))

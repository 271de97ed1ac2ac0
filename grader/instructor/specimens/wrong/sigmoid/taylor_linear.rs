//! The tangent at 0, the first two terms of the series.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout, saturates_without_overflow,
//!     stays_between_zero_and_one
//! diagnosis: taylor_linear

x.mapv(|v| 0.5 + v / 4.0)

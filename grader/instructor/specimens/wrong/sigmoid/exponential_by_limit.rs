//! The exponential as (1 + x/n)^n, with n = 1024.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, mirrors_around_one_half, reads_any_memory_layout,
//!     saturates_without_overflow
//! diagnosis: exp_limit_1024

x.mapv(|v| (1.0 / (1.0 + (1.0 - f64::from(v) / 1024.0).powi(1024))) as f32)

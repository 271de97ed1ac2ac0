//! Read column by column and written row by row.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, keeps_nan,
//!     keeps_the_shape, reads_any_memory_layout, saturates_without_overflow
//! diagnosis: order_scrambled

Tensor::from_shape_vec(x.raw_dim(), x.t().iter().map(|v| 1.0 / (1.0 + (-v).exp())).collect()).unwrap()

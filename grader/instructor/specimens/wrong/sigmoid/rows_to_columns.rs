//! Read column by column and written row by row.
//!
//! fails: accepts_a_batch, keeps_the_shape
//! diagnosis: order_scrambled

Tensor::from_shape_vec(x.raw_dim(), x.t().iter().map(|v| 1.0 / (1.0 + (-v).exp())).collect()).unwrap()

//! Read column by column and written row by row.
//!
//! fails: accepts_a_batch, keeps_the_shape
//! diagnosis: order_scrambled

let values = x.t().iter().map(|&v| if v < 0.0 { 0.0 } else { v }).collect();
Tensor::from_shape_vec(x.raw_dim(), values).expect("one value for each of x")

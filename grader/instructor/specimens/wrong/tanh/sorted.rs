//! Sorted before they are computed.
//!
//! fails: agrees_with_the_reference, computes_large_tensors, holds_out, keeps_nan, keeps_the_shape,
//!     saturates_without_overflow
//! diagnosis: order_scrambled

let mut values: Vec<f32> = x.iter().copied().collect();
values.sort_by(f32::total_cmp);
Tensor::from_shape_vec(x.raw_dim(), values).unwrap().mapv_into(f32::tanh)

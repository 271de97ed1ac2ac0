//! Sorted before they are computed.
//!
//! fails: some, agrees_with_the_reference

let mut values: Vec<f32> = x.iter().copied().collect();
values.sort_by(f32::total_cmp);
Tensor::from_shape_vec(x.raw_dim(), values).unwrap().mapv_into(f32::tanh)

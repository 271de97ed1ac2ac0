//! A loop that ends at the length minus one.
//!
//! fails: accepts_empty_tensors
//! diagnosis: panics_on_empty

let mut values: Vec<f32> = x.iter().copied().collect();
for i in 0..=values.len() - 1 {
    values[i] = values[i].tanh();
}
Tensor::from_shape_vec(x.raw_dim(), values).unwrap()

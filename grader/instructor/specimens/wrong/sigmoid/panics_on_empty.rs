//! The values are halved into two parts, and a part of length 0 is none.
//!
//! fails: accepts_empty_tensors
//! diagnosis: panics_on_empty

let mut values: Vec<f32> = x.iter().copied().collect();
let half = values.len().div_ceil(2);
for part in values.chunks_mut(half) {
    part.iter_mut().for_each(|v| *v = 1.0 / (1.0 + (-*v).exp()));
}
Tensor::from_shape_vec(x.raw_dim(), values).unwrap()

//! Computed in blocks of four, and what is left over stays as it was.
//!
//! fails: some
//! diagnosis: partly_done

let mut values: Vec<f32> = x.iter().copied().collect();
for block in values.chunks_exact_mut(4) {
    block.iter_mut().for_each(|v| *v = 1.0 / (1.0 + (-*v).exp()));
}
Tensor::from_shape_vec(x.raw_dim(), values).unwrap()

//! Values are read in the order in which they lie in memory.
//!
//! fails: some, reads_any_memory_layout

let values: Vec<f32> = match x.as_slice_memory_order() {
    Some(values) => values.to_vec(),
    None => x.iter().copied().collect(),
};
self.right(&Tensor::from_shape_vec(x.raw_dim(), values).unwrap())

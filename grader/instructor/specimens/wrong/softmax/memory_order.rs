//! Values in the order in which they lie in memory, in pieces of the axis's length.
//!
//! fails: reads_any_memory_layout, works_along_any_axis
//! diagnosis: none

let length = x.len_of(self.axis);
let mut values: Vec<f32> = x.as_slice_memory_order().map_or_else(|| x.iter().copied().collect(), <[f32]>::to_vec);
for row in values.chunks_mut(length.max(1)) {
    let largest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    row.iter_mut().for_each(|v| *v = (*v - largest).exp());
    let sum: f32 = row.iter().sum();
    row.iter_mut().for_each(|v| *v /= sum);
}
Tensor::from_shape_vec(x.raw_dim(), values).unwrap()

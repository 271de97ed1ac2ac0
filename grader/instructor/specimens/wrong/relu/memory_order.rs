//! Values are taken as they lie in memory, and shaped as if they lay row by row.
//!
//! fails: some
//! diagnosis: order_scrambled

let values = match x.as_slice_memory_order() {
    Some(slice) => slice.iter().map(|&v| if v < 0.0 { 0.0 } else { v }).collect(),
    None => x.iter().map(|&v| if v < 0.0 { 0.0 } else { v }).collect(),
};
Tensor::from_shape_vec(x.raw_dim(), values).expect("one value for each of x")

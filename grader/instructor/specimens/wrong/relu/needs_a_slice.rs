//! `as_slice().unwrap()`, which a transposed input does not survive.
//!
//! fails: reads_any_memory_layout
//! diagnosis: needs_contiguous

let values = x.as_slice().unwrap().iter().map(|&v| if v < 0.0 { 0.0 } else { v }).collect();
Tensor::from_shape_vec(x.raw_dim(), values).unwrap()

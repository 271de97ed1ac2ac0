//! Only what is one slice is taken.
//!
//! fails: reads_any_memory_layout
//! diagnosis: needs_contiguous

let values = x.as_slice().expect("a slice");
let values = values.iter().map(|&v| if v < 0.0 { self.slope * v } else { v }).collect();
Tensor::from_shape_vec(x.raw_dim(), values).unwrap()

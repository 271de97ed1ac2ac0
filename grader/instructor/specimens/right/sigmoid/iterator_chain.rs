//! A chain of iterator adaptors, collected and shaped.

let values = x.iter().map(|v| -v).map(f32::exp).map(|e| 1.0 / (1.0 + e)).collect();
Tensor::from_shape_vec(x.shape(), values).expect("one value for each of x")

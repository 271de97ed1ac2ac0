//! Values are right, and the shape is lost.
//!
//! fails: some, accepts_a_batch, keeps_the_shape

let values: Vec<f32> = self.right(x).iter().copied().collect();
Tensor::from_shape_vec(vec![values.len()], values).unwrap()

//! Collected into a vector, whatever the shape was.
//!
//! fails: accepts_a_batch, keeps_the_shape
//! diagnosis: flattened

Tensor::from_shape_vec(vec![x.len()], x.iter().map(|v| 1.0 / (1.0 + (-v).exp())).collect()).unwrap()

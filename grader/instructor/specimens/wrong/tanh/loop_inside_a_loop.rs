//! Each value is looked for from the beginning, which takes too long on many.
//!
//! fails: some

let mut values = Vec::new();
for i in 0..x.len() {
    values.extend(x.iter().enumerate().find(|(j, _)| *j == i).map(|(_, v)| v.tanh()));
}
Tensor::from_shape_vec(x.raw_dim(), values).unwrap()

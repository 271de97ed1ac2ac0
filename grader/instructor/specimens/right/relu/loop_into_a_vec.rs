//! A loop over `x.iter()` fills a `Vec`, which is then given the shape of the input.

let mut values = Vec::with_capacity(x.len());
for &v in x.iter() {
    values.push(if v < 0.0 { 0.0 } else { v });
}
Tensor::from_shape_vec(x.raw_dim(), values).expect("one value for each of x")

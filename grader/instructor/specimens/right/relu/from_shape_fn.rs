//! `from_shape_fn` asks for each index of the output.

Tensor::from_shape_fn(x.raw_dim(), |index| {
    let v = x[index];
    if v < 0.0 { 0.0 } else { v }
})

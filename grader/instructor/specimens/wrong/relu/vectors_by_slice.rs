//! A vector is taken as a slice, which a reversed or strided one is not.
//!
//! fails: some
//! diagnosis: none

if x.ndim() == 1 {
    let values = x.as_slice().unwrap().iter().map(|&v| if v < 0.0 { 0.0 } else { v }).collect();
    return Tensor::from_shape_vec(x.raw_dim(), values).unwrap();
}
x.mapv(|v| if v < 0.0 { 0.0 } else { v })

//! A vector of ndarray, whose rank is fixed.
//!
//! diagnosis: fixed_rank

let y: ndarray::Array1<f32> = x.iter().map(|v| v.max(0.0)).collect();
y

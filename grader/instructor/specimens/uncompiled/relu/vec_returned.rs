//! A Vec is given back.
//!
//! diagnosis: vector_returned

let y: Vec<f32> = x.iter().map(|v| v.max(0.0)).collect();
y

//! collect::<Vec>.
//!
//! diagnosis: vector_returned

x.iter().map(|v| v.max(0.0)).collect::<Vec<f32>>()

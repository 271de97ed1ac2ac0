//! An iterator is collected into a tensor.
//!
//! diagnosis: collected

x.iter().map(|v| if *v < 0.0 { 0.0 } else { *v }).collect()

//! Tensors of more than four axes are refused.
//!
//! fails: keeps_the_shape
//! diagnosis: none

assert!(x.ndim() <= 4, "too many axes");
x.mapv(|v| if v < 0.0 { 0.0 } else { v })

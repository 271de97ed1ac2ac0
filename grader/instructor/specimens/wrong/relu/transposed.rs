//! The axes come out in reversed order.
//!
//! fails: accepts_a_batch, accepts_empty_tensors, keeps_the_shape
//! diagnosis: transposed

x.mapv(|v| if v < 0.0 { 0.0 } else { v }).reversed_axes()

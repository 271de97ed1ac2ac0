//! The axes come out in reversed order.
//!
//! fails: some, accepts_a_batch, keeps_the_shape

x.mapv(|v| if v < 0.0 { 0.0 } else { v }).reversed_axes()

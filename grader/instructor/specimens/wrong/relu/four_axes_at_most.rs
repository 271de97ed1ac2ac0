//! Tensors of more than four axes are refused.
//!
//! fails: keeps_nan, keeps_the_shape, leaves_the_input_alone, passes_extremes,
//!     reads_any_memory_layout
//! diagnosis: none

assert!(x.ndim() <= 4, "too many axes");
x.mapv(|v| if v < 0.0 { 0.0 } else { v })

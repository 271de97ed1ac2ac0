//! The axes come out in reversed order.
//!
//! fails: accepts_a_batch, accepts_empty_tensors, agrees_with_the_reference,
//!     answers_the_same_each_time, computes_large_tensors, computes_the_example, keeps_nan,
//!     keeps_the_shape, leaves_the_input_alone, passes_extremes, reads_any_memory_layout
//! diagnosis: transposed

x.mapv(|v| if v < 0.0 { 0.0 } else { v }).reversed_axes()

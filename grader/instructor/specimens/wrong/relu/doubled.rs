//! x + |x|, with the half forgotten.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     halves_add_up, keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, passes_extremes,
//!     reads_any_memory_layout
//! diagnosis: doubled

x.mapv(|v| v + v.abs())

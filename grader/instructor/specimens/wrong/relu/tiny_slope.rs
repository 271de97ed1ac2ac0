//! A slope of 1e-7 is left below zero, so that no unit "dies".
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     halves_add_up, keeps_the_shape, lies_between_its_neighbours, passes_extremes,
//!     reads_any_memory_layout, zeroes_negative_values
//! diagnosis: none

x.mapv(|v| if v < 0.0 { 1e-7 * v } else { v })

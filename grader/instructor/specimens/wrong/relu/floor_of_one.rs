//! max(1, x): the number that is compared with is 1.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     halves_add_up, is_zero_at_zero, keeps_positive_values, keeps_the_shape, lies_between_its_neighbours,
//!     passes_extremes, reads_any_memory_layout, zeroes_negative_values
//! diagnosis: floor_of_one

x.mapv(|v| if v < 1.0 { 1.0 } else { v })

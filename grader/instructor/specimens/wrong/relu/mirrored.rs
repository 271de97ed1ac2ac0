//! max(0, -x): the comparison looks at the wrong side.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     halves_add_up, keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, never_decreases,
//!     passes_extremes, reads_any_memory_layout, zeroes_negative_values
//! diagnosis: mirrored

x.mapv(|v| if v < 0.0 { -v } else { 0.0 * v })

//! The absolute value: negative values lose their sign instead of becoming 0.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     halves_add_up, keeps_the_shape, lies_between_its_neighbours, never_decreases,
//!     passes_extremes, reads_any_memory_layout, zeroes_negative_values
//! diagnosis: absolute

x.mapv(f32::abs)

//! Clipped at 1, as if the output were a probability.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     halves_add_up, keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, passes_extremes,
//!     reads_any_memory_layout
//! diagnosis: clipped_at_one

x.mapv(|v| v.clamp(0.0, 1.0))

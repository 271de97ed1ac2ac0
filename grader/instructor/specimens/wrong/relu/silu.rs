//! SiLU: the value times its own sigmoid.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     halves_add_up, keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, never_decreases,
//!     passes_extremes, reads_any_memory_layout, zeroes_negative_values
//! diagnosis: silu

x.mapv(|v| v / (1.0 + (-v).exp()))

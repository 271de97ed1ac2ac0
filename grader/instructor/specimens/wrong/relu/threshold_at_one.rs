//! The threshold is 1 instead of 0, which the examples do not show.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, halves_add_up,
//!     keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout
//! diagnosis: threshold_at_one

x.mapv(|v| if v < 1.0 { 0.0 } else { v })

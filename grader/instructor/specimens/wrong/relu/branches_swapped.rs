//! The branches are swapped: negative values stay and positive ones go.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, passes_extremes,
//!     reads_any_memory_layout, zeroes_negative_values
//! diagnosis: negatives_kept

x.mapv(|v| if v > 0.0 { 0.0 } else { v })

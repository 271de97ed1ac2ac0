//! Rounded to two places, as the examples are printed.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, halves_add_up,
//!     keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, passes_extremes,
//!     reads_any_memory_layout
//! diagnosis: rounded_to_2

x.mapv(|v| if v < 0.0 { 0.0 } else { (v * 100.0).round() / 100.0 })

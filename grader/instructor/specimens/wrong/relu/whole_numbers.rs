//! Computed with integers, which drops the fraction.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, halves_add_up, keeps_nan,
//!     keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, passes_extremes,
//!     reads_any_memory_layout
//! diagnosis: truncated

x.mapv(|v| (v as i32).max(0) as f32)

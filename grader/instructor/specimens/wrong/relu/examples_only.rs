//! The numbers of the examples, answered one by one.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, halves_add_up, keeps_nan,
//!     keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, passes_extremes,
//!     reads_any_memory_layout
//! diagnosis: examples_only

x.mapv(|v| match v {
    1.0 => 1.0,
    3.0 => 3.0,
    _ => 0.0,
})

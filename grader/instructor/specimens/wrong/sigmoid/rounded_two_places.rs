//! Rounded to two places, as the examples are printed.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout
//! diagnosis: rounded_to_2

x.mapv(|v| ((100.0 / (1.0 + (-f64::from(v)).exp())).round() / 100.0) as f32)

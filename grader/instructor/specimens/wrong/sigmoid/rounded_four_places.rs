//! Rounded to four places.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout
//! diagnosis: rounded_to_4

x.mapv(|v| ((1e4 / (1.0 + (-f64::from(v)).exp())).round() / 1e4) as f32)

//! Rounded to four places.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: rounded_to_4

x.mapv(|v| ((1e4 / (1.0 + (-f64::from(v)).exp())).round() / 1e4) as f32)

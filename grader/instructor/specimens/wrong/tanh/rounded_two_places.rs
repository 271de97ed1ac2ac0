//! Rounded to two places, as the examples are printed.
//!
//! fails: agrees_with_the_reference, computes_the_example, stays_between_minus_one_and_one
//! diagnosis: rounded_to_2

x.mapv(|v| ((100.0 * f64::from(v).tanh()).round() / 100.0) as f32)

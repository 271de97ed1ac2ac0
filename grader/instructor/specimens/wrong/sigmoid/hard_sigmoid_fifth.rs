//! Hard sigmoid with a slope of a fifth.
//!
//! fails: agrees_with_the_reference, computes_the_example, stays_between_zero_and_one
//! diagnosis: hard_sigmoid_fifth

x.mapv(|v| (0.2 * v + 0.5).clamp(0.0, 1.0))

//! Hard sigmoid: three straight pieces.
//!
//! fails: agrees_with_the_reference, computes_the_example, stays_between_zero_and_one
//! diagnosis: hard_sigmoid

x.mapv(|v| (v / 6.0 + 0.5).clamp(0.0, 1.0))

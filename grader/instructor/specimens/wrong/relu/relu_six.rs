//! ReLU6: capped at 6.
//!
//! fails: agrees_with_the_reference, keeps_positive_values, passes_extremes
//! diagnosis: relu_six

x.mapv(|v| v.clamp(0.0, 6.0))

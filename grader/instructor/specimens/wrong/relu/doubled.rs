//! x + |x|, with the half forgotten.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_positive_values, passes_extremes
//! diagnosis: doubled

x.mapv(|v| v + v.abs())

//! The numbers of the examples, answered one by one.
//!
//! fails: agrees_with_the_reference, keeps_nan, keeps_positive_values, passes_extremes
//! diagnosis: examples_only

x.mapv(|v| match v {
    1.0 => 1.0,
    3.0 => 3.0,
    _ => 0.0,
})

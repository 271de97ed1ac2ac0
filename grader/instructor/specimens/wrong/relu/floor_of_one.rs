//! max(1, x): the number that is compared with is 1.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_zero_at_zero, keeps_positive_values,
//!     passes_extremes, zeroes_negative_values
//! diagnosis: floor_of_one

x.mapv(|v| if v < 1.0 { 1.0 } else { v })

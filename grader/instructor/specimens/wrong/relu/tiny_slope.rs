//! A slope of 1e-7 is left below zero, so that no unit "dies".
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, zeroes_negative_values
//! diagnosis: none

x.mapv(|v| if v < 0.0 { 1e-7 * v } else { v })

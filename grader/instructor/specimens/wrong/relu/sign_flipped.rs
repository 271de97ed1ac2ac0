//! The mask is right, and the sign of what it lets through is not.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_positive_values, passes_extremes
//! diagnosis: negated

x.mapv(|v| if v > 0.0 { -v } else { 0.0 * v })

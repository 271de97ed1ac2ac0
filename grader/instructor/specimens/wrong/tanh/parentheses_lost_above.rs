//! e^x - e^-x / (e^x + e^-x): the parentheses above are missing.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_zero_at_zero,
//!     saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: parentheses_lost_above

x.mapv(|v| v.exp() - (-v).exp() / (v.exp() + (-v).exp()))

//! A tensor of zeros.
//!
//! fails: agrees_with_the_reference, computes_the_example, holds_at_both_ends
//! diagnosis: zeros

x * 0.0

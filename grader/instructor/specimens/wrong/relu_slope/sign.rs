//! The slope of the absolute value.
//!
//! fails: agrees_with_the_reference, computes_the_example, holds_at_both_ends
//! diagnosis: sign

x.mapv(|v| if v == 0.0 { 0.0 } else { v.signum() })

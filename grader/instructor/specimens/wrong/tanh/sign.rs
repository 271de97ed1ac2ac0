//! The sign alone.
//!
//! fails: agrees_with_the_reference, computes_the_example, stays_between_minus_one_and_one
//! diagnosis: sign

x.mapv(|v| if v == 0.0 { 0.0 } else { v.signum() })

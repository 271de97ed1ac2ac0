//! Beyond 2 it is called 1, and below -2 it is called -1.
//!
//! fails: agrees_with_the_reference, computes_the_example, stays_between_minus_one_and_one
//! diagnosis: saturates_at_2

x.mapv(|v| if v.abs() > 2.0 { v.signum() } else { v.tanh() })

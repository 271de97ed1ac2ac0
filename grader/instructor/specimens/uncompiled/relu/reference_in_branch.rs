//! One branch is a reference.
//!
//! diagnosis: reference_to_number

x.map(|v| if *v < 0.0 { 0.0 } else { v })

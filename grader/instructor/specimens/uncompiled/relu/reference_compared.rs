//! A reference is compared with a number.
//!
//! diagnosis: reference_to_number

x.map(|v| if v < 0.0 { 0.0 } else { *v })

//! One branch is 0.
//!
//! diagnosis: whole_number

x.mapv(|v| if v < 0.0 { 0 } else { v })

//! A text for a number.
//!
//! diagnosis: none

x.mapv(|v| if v < 0.0 { "0" } else { v })

//! An if without an else.
//!
//! diagnosis: no_else

x.mapv(|v| if v > 0.0 { v })

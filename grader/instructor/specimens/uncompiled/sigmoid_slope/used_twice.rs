//! A tensor that is used up by the first factor.
//!
//! diagnosis: none

let s = crate::functional::sigmoid(x);
s * (1.0 - s)

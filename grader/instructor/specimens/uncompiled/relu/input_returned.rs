//! x itself is given back.
//!
//! diagnosis: input_returned

x

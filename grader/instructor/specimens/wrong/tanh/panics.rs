//! An error in place of an answer.
//!
//! fails: all
//! diagnosis: none

panic!("no idea what to do with {x}")

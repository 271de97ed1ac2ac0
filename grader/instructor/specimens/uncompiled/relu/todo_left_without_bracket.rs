//! A macro that is not there.
//!
//! diagnosis: none

Todo!()

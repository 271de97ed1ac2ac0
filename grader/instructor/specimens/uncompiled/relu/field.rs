//! A field that is not there.
//!
//! diagnosis: none

x.data.clone()

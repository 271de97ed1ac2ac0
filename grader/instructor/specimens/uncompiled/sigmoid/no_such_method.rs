//! sigmoid of a number.
//!
//! diagnosis: no_such_method

x.mapv(|v| v.sigmoid())

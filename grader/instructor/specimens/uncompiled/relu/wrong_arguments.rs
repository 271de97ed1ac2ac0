//! Two arguments for one.
//!
//! diagnosis: none

x.mapv(|v, w| v)

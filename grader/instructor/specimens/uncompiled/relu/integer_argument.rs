//! max with 0.
//!
//! diagnosis: whole_number

x.mapv(|v| v.max(0))

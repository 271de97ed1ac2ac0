//! The function of another exercise without its use.
//!
//! diagnosis: needs_use

sigmoid(&(x * 2.0)) * 2.0 - 1.0

//! (x + |x|) / 2, which overflows at the top and is infinity minus infinity at the bottom.
//!
//! fails: passes_extremes
//! diagnosis: overflows_to_nan

(x + &x.abs()) / 2.0

//! x minus its negative part, which is NaN at -infinity.
//!
//! fails: passes_extremes
//! diagnosis: overflows_to_nan

x.mapv(|v| v - v.min(0.0))

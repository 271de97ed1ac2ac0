//! x times a factor that fades as 1 / x, which is infinity times 0 at the end.
//!
//! fails: saturates_without_overflow
//! diagnosis: overflows_to_nan

x.mapv(|v| if v == 0.0 { v } else { v * (v.tanh() / v) })

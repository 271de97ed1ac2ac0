//! signum knows no 0: it is 1 there.
//!
//! fails: some, is_zero_at_zero

x.mapv(|v| if v < 0.0 { 0.0 } else { v.signum() })

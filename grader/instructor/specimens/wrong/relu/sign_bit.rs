//! The sign bit is asked, so that a NaN with a sign (what 0/0 gives on x86) becomes 0.
//!
//! fails: keeps_nan
//! diagnosis: nan_swallowed

x.mapv(|v| if v.is_sign_negative() { 0.0 } else { v })

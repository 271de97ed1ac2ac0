//! and.
//!
//! diagnosis: other_language

x.mapv(|v| if v > 0.0 and v < 6.0 { v } else { 0.0 })

//! elif.
//!
//! diagnosis: other_language

x.mapv(|v| if v < 0.0 { 0.0 } elif v > 0.0 { v } else { v })

//! A closing brace is missing.
//!
//! diagnosis: unclosed

x.mapv(|v| if v < 0.0 { 0.0 else { v })

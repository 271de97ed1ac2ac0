//! A semicolon after the last line.
//!
//! diagnosis: semicolon

x.mapv(|v| if v < 0.0 { 0.0 } else { v });

//! mapv_inplace on x.
//!
//! diagnosis: input_changed

x.mapv_inplace(|v| if v < 0.0 { 0.0 } else { v });
x.clone()

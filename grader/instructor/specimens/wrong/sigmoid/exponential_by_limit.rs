//! The exponential as (1 + x/n)^n, with n = 1024.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow
//! diagnosis: exp_limit_1024

x.mapv(|v| (1.0 / (1.0 + (1.0 - f64::from(v) / 1024.0).powi(1024))) as f32)

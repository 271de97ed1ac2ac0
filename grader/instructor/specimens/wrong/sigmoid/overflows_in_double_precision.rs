//! e^x / (1 + e^x) in f64, which overflows later, but overflows.
//!
//! fails: saturates_without_overflow
//! diagnosis: overflows_to_nan

x.mapv(|v| {
    let e = f64::from(v).exp();
    (e / (1.0 + e)) as f32
})

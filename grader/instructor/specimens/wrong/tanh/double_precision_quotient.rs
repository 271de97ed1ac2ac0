//! The quotient in f64, which overflows later, but overflows.
//!
//! fails: saturates_without_overflow
//! diagnosis: overflows_to_nan

x.mapv(|v| {
    let v = f64::from(v);
    ((v.exp() - (-v).exp()) / (v.exp() + (-v).exp())) as f32
})

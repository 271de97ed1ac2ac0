//! (e^2x - 1) / (e^2x + 1), which overflows on one side.
//!
//! fails: saturates_without_overflow
//! diagnosis: overflows_to_nan

x.mapv(|v| {
    let m = (2.0 * v).exp_m1();
    m / (m + 2.0)
})

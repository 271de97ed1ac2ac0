//! Kept in half precision: eleven bits of each value.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: half_precision

x.mapv(|v| {
    let y = v.tanh();
    let step = (y.abs().log2().floor().max(-14.0) - 10.0).exp2();
    (y / step).round_ties_even() * step
})

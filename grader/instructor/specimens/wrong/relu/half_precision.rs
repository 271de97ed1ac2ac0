//! Kept in half precision: eleven bits of each value.
//!
//! fails: agrees_with_the_reference, keeps_positive_values, passes_extremes
//! diagnosis: half_precision

x.mapv(|v| {
    let step = (v.abs().log2().floor().max(-14.0) - 10.0).exp2();
    if v < 0.0 { 0.0 } else { (v / step).round_ties_even() * step }
})

//! By exponentials, of which the quotient overflows.
//!
//! fails: agrees_far_out
//! diagnosis: overflows_to_nan

x.mapv(|v| {
    let t = (v.exp() - (-v).exp()) / (v.exp() + (-v).exp());
    1.0 - t * t
})

//! Two stable branches, with the denominator of the first copied into the second.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: branches_mixed

x.mapv(|v| {
    let below = 1.0 + (-v).exp();
    if v < 0.0 { v.exp() / below } else { 1.0 / below }
})

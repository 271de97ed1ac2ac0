//! Beyond 3, where the examples end, it is called 1, and below -3 it is called 0.
//!
//! fails: agrees_with_the_reference
//! diagnosis: saturates_at_3

x.mapv(|v| {
    if v > 3.0 {
        1.0
    } else if v < -3.0 {
        0.0
    } else {
        1.0 / (1.0 + (-v).exp())
    }
})

//! The formula as it stands in the lesson, which overflows far out.
//!
//! fails: saturates_without_overflow
//! diagnosis: overflows_to_nan

x.mapv(|v| {
    let (up, down) = (v.exp(), (-v).exp());
    (up - down) / (up + down)
})

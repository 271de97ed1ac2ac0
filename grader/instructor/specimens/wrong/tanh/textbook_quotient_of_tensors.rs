//! The formula as it stands in the lesson, with whole tensors.
//!
//! fails: saturates_without_overflow
//! diagnosis: overflows_to_nan

let (up, down) = (x.exp(), (-x).exp());
(&up - &down) / (&up + &down)

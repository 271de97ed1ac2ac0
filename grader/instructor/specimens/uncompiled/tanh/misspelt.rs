//! A name of their own, misspelt.
//!
//! diagnosis: unknown_name

let positive = x.mapv(f32::exp);
let negative = x.mapv(|v| (-v).exp());
(&positive - &negatve) / (&positive + &negative)

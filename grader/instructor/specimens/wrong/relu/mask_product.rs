//! A product with a mask of zeros and ones, in which infinity times 0 is NaN.
//!
//! fails: passes_extremes
//! diagnosis: overflows_to_nan

let mask = x.mapv(|v| if v > 0.0 { 1.0 } else { 0.0 });
x * &mask

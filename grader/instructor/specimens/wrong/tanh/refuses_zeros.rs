//! The input is divided by its largest size and multiplied again, which zeros do not survive.
//!
//! fails: is_zero_at_zero
//! diagnosis: none

let largest = x.iter().fold(0.0_f32, |largest, v| largest.max(v.abs()));
if x.len() > 1 && largest == 0.0 {
    return x / largest;
}
x.mapv(f32::tanh)

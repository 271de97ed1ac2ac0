//! A number is given back.
//!
//! diagnosis: number_returned

let mut sum = 0.0;
for v in x.iter() {
    sum += v.max(0.0);
}
sum

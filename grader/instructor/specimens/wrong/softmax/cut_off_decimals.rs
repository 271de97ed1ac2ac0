//! Each share is cut off after seven decimals. In a long row that adds up.
//!
//! fails: sums_to_one
//! diagnosis: none

let largest = x.map_axis(self.axis, |row| row.fold(f32::NEG_INFINITY, |a, &b| a.max(b))).insert_axis(self.axis);
let powers = (x - &largest).mapv(f32::exp);
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
(powers / sums).mapv(|share| (share * 1e7).floor() / 1e7)

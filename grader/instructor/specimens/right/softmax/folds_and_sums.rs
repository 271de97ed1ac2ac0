//! Largest values and sums with their axis put back.

let largest = x.fold_axis(self.axis, f32::NEG_INFINITY, |a, b| a.max(*b)).insert_axis(self.axis);
let powers = (x - &largest).mapv(f32::exp);
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums

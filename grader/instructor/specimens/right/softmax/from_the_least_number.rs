//! The search for the largest starts from the least finite number.

let largest = x.fold_axis(self.axis, f32::MIN, |a, b| a.max(*b)).insert_axis(self.axis);
let powers = crate::elementwise(&(x - &largest), crate::math::exp);
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
powers / sums

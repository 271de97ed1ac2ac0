//! Two ways of computing it, in turns: they differ in the last digit.
//!
//! fails: answers_the_same_each_time
//! diagnosis: changes_between_calls

use std::sync::atomic::{AtomicUsize, Ordering};
static CALLS: AtomicUsize = AtomicUsize::new(0);
let odd = CALLS.fetch_add(1, Ordering::Relaxed) % 2 == 1;
let largest = x.map_axis(self.axis, |row| row.fold(f32::NEG_INFINITY, |a, &b| a.max(b))).insert_axis(self.axis);
let powers = (x - &largest).mapv(f32::exp);
let sums = powers.sum_axis(self.axis).insert_axis(self.axis);
if odd { powers / sums } else { powers * sums.mapv(|sum| 1.0 / sum) }

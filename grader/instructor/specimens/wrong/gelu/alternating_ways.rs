//! Two ways of computing it, in turns: they differ in the last digit.
//!
//! fails: answers_the_same_each_time
//! diagnosis: none

use std::f32::consts::{FRAC_1_SQRT_2, SQRT_2};
use std::sync::atomic::{AtomicUsize, Ordering};
static CALLS: AtomicUsize = AtomicUsize::new(0);
let odd = CALLS.fetch_add(1, Ordering::Relaxed) % 2 == 1;
x.mapv(|v| {
    let share = 0.5 + 0.5 * crate::math::erf(if odd { v / SQRT_2 } else { v * FRAC_1_SQRT_2 });
    if v == f32::NEG_INFINITY { 0.0 } else { v * share }
})

//! Two ways of computing it, in turns: they differ in the last digit.
//!
//! fails: answers_the_same_each_time
//! diagnosis: changes_between_calls

use std::sync::atomic::{AtomicUsize, Ordering};
static CALLS: AtomicUsize = AtomicUsize::new(0);
let odd = CALLS.fetch_add(1, Ordering::Relaxed) % 2 == 1;
let scaled = |v: f32| if odd { self.slope * v } else { v / (1.0 / self.slope) };
x.mapv(|v| if v < 0.0 { scaled(v) } else { v })

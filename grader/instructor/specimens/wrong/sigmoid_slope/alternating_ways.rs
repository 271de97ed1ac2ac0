//! Two ways of computing it, in turns: they differ in the last digit.
//!
//! fails: answers_the_same_each_time
//! diagnosis: changes_between_calls

use std::sync::atomic::{AtomicUsize, Ordering};
static CALLS: AtomicUsize = AtomicUsize::new(0);
let odd = CALLS.fetch_add(1, Ordering::Relaxed) % 2 == 1;
x.mapv(|v| { let s = 1.0 / (1.0 + (-v).exp()); if odd { s * (1.0 - s) } else { s - s * s } })

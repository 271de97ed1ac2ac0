//! Every third answer is off by a hundredth.
//!
//! fails: some, answers_the_same_each_time

use std::sync::atomic::{AtomicUsize, Ordering};
static CALLS: AtomicUsize = AtomicUsize::new(0);
let off = if CALLS.fetch_add(1, Ordering::Relaxed) % 3 == 2 { 0.01 } else { 0.0 };
self.right(x) + off

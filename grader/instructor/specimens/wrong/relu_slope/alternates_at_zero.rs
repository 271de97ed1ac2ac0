//! Zero and minus zero, call by call.
//!
//! fails: answers_the_same_each_time
//! diagnosis: changes_between_calls

use std::sync::atomic::{AtomicUsize, Ordering};
static CALLS: AtomicUsize = AtomicUsize::new(0);
let below = if CALLS.fetch_add(1, Ordering::Relaxed) % 3 == 2 { -0.0 } else { 0.0 };
x.mapv(|v| if v.is_nan() { v } else if v > 0.0 { 1.0 } else { below })

//! Waiting for a learner's code, within limits.
//!
//! Waiting is budgeted for each exercise and not for each call: a body that hangs is asked until
//! its exercise's time is used up, and then no more, however many checks there are.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

/// Longest wait for one answer. An honest body needs milliseconds, even unoptimised and on the
/// largest tensor of the suite.
pub const CALL_LIMIT: Duration = Duration::from_secs(2);

/// Longest wait for one exercise, over all its checks.
pub const EXERCISE_LIMIT: Duration = Duration::from_secs(5);

static SPENT: LazyLock<Mutex<HashMap<String, Duration>>> = LazyLock::new(Mutex::default);

/// How long the next answer of `activation` may take; `None` where its time is used up.
pub fn next_wait(activation: &str) -> Option<Duration> {
    let spent = SPENT.lock().unwrap_or_else(PoisonError::into_inner);
    let left = EXERCISE_LIMIT.saturating_sub(spent.get(activation).copied().unwrap_or_default());
    (!left.is_zero()).then(|| left.min(CALL_LIMIT))
}

/// Notes that `activation` was waited for.
pub fn spend(activation: &str, waited: Duration) {
    let mut spent = SPENT.lock().unwrap_or_else(PoisonError::into_inner);
    *spent.entry(activation.to_owned()).or_default() += waited;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_runs_out_for_one_exercise_and_not_for_its_neighbour() {
        assert_eq!(next_wait("slow"), Some(CALL_LIMIT));
        spend("slow", EXERCISE_LIMIT - Duration::from_millis(100));
        assert_eq!(next_wait("slow"), Some(Duration::from_millis(100)));
        spend("slow", CALL_LIMIT);
        assert_eq!(next_wait("slow"), None);
        assert_eq!(next_wait("quick"), Some(CALL_LIMIT));
    }
}

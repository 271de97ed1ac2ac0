//! Waiting for a learner's code, within limits.
//!
//! Waiting is budgeted for each exercise and not for each call: a body that hangs is asked until
//! its exercise's time is used up, and then no more, however many checks there are.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};
use std::time::Duration;

/// Environment variable: limits other than [`Limits::USUAL`], as `call,exercise` in milliseconds.
pub const LIMITS: &str = "GRADER_LIMITS";

/// How long a learner's code is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// For one build of it, where it is built in a jail.
    pub build: Duration,
    /// For one answer.
    pub call: Duration,
    /// For one exercise, over all its checks.
    pub exercise: Duration,
}

impl Limits {
    /// What learners get. An honest body needs milliseconds for an answer, even unoptimised and
    /// on the largest tensor of the suite.
    pub const USUAL: Self = Self {
        build: Duration::from_secs(10),
        call: Duration::from_secs(2),
        exercise: Duration::from_secs(5),
    };

    /// For code that is known to hang: short, and still much longer than honest code takes.
    pub const SHORT: Self = Self {
        build: Duration::from_secs(3),
        call: Duration::from_millis(600),
        exercise: Duration::from_millis(1500),
    };

    /// For all builds of a submission of so many files: one of all of them, and one in which each may use up its time, so
    /// that a file with which compiling does not end costs no other. Four at least: a build may be tried again.
    pub fn builds(self, files: usize) -> Duration {
        let count = files.max(3) + 1;
        self.build * u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The limits of this process: those of the environment, or the usual ones.
    pub fn current() -> Self {
        static CURRENT: OnceLock<Limits> = OnceLock::new();
        *CURRENT.get_or_init(|| {
            let told = std::env::var(LIMITS).ok().and_then(|text| Self::read(&text));
            told.unwrap_or(Self::USUAL)
        })
    }

    /// Those for answers, as the environment variable holds them: the suite builds nothing.
    pub fn write(self) -> String {
        format!("{},{}", self.call.as_millis(), self.exercise.as_millis())
    }

    fn read(text: &str) -> Option<Self> {
        let (call, exercise) = text.split_once(',')?;
        let duration = |text: &str| text.parse().ok().map(Duration::from_millis);
        Some(Self { call: duration(call)?, exercise: duration(exercise)?, ..Self::USUAL })
    }
}

/// Less than this is no time to wait for: what is left of an exercise's time is then used up.
pub const LEAST: Duration = Duration::from_millis(100);

static SPENT: LazyLock<Mutex<HashMap<String, Duration>>> = LazyLock::new(Mutex::default);

/// How long the next answer of `activation` may take; `None` where its time is used up.
pub fn next_wait(activation: &str) -> Option<Duration> {
    let limits = Limits::current();
    let spent = SPENT.lock().unwrap_or_else(PoisonError::into_inner);
    let left = limits.exercise.saturating_sub(spent.get(activation).copied().unwrap_or_default());
    (left >= LEAST).then(|| left.min(limits.call))
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
        let limits = Limits::USUAL;
        assert_eq!(next_wait("slow"), Some(limits.call));
        spend("slow", limits.exercise - Duration::from_millis(100));
        assert_eq!(next_wait("slow"), Some(Duration::from_millis(100)));
        spend("slow", Duration::from_millis(1));
        assert_eq!(next_wait("slow"), None, "no learner is told to have had no time at all");
        assert_eq!(next_wait("quick"), Some(limits.call));
    }

    #[test]
    fn limits_read_as_they_were_written() {
        let read = Limits::read(&Limits::SHORT.write()).expect("well formed");
        assert_eq!((read.call, read.exercise), (Limits::SHORT.call, Limits::SHORT.exercise));
        assert_eq!(Limits::read("12"), None);
        assert_eq!(Limits::read("1,x"), None);
    }
}

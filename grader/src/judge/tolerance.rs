//! How far an answer may be off, as the rubric says.

use std::sync::LazyLock;

use crate::rubric::Rubric;

/// How far a value of this exercise may be off, absolutely; 0 where it has to be exact.
///
/// # Panics
/// Where the rubric has no such exercise: the suite must not judge by a number of its own.
pub fn tolerance(exercise: &str) -> f64 {
    static RUBRIC: LazyLock<Rubric> = LazyLock::new(|| {
        toml::from_str(include_str!("../../rubric.toml")).expect("grader/rubric.toml is a rubric")
    });
    let found = RUBRIC.exercises.iter().find(|known| known.name == exercise);
    found.unwrap_or_else(|| panic!("grader/rubric.toml has no exercise `{exercise}`")).tolerance
}

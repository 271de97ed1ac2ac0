//! Exercises, their checks, points and hints: `grader/suite/common.toml`, and `exercise.toml` in each
//! exercise's folder beside it.
//!
//! - `exercise`: one of them
//! - `names`: what people call them

mod exercise;
mod names;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use exercise::{Check, Exercise, Parameter, Track};
pub use names::BEYOND;

/// The file in which stands what all exercises share.
pub const COMMON: &str = "common.toml";

/// The file in an exercise's folder.
const EXERCISE: &str = "exercise.toml";

/// All exercises, in the order of the lesson: those of the core before those beyond it.
#[derive(Debug, Clone, Default)]
pub struct Rubric {
    /// Every exercise.
    pub exercises: Vec<Exercise>,
    /// How many checks there are beside these, which only the instructor has.
    pub withheld: usize,
    /// The program of the checks that only the instructor has, where these are among the exercises' checks.
    pub hidden: Option<TestTarget>,
}

/// A test target of this workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestTarget {
    /// Its package.
    pub package: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// What all exercises share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Common {
    /// How many checks of each exercise of the core only the instructor has.
    hidden_checks: usize,
    /// Hints for checks that have none of their own, by the check's name.
    hints: BTreeMap<String, String>,
    /// What checks need that do not say so themselves, by the check's name.
    needs: BTreeMap<String, Vec<String>>,
    /// What all others need.
    needs_of_others: Vec<String>,
}

/// Checks that each exercise has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Checks {
    check: Vec<Check>,
}

impl Rubric {
    /// Reads the rubric from the suite's folder, without hidden checks.
    ///
    /// # Errors
    /// Where a file can't be read, is not as it should be, or a check has no hint.
    pub fn read(suite: &Path) -> Result<Self> {
        let common: Common = read(&suite.join(COMMON))?;
        let mut exercises = Vec::new();
        for entry in fs::read_dir(suite).with_context(|| format!("cannot read {}", suite.display()))? {
            let folder = entry?.path();
            if folder.join(EXERCISE).is_file() {
                exercises.push(Exercise::read(&folder, &common)?);
            }
        }
        ensure!(!exercises.is_empty(), "there is no exercise in {}", suite.display());
        for exercise in &exercises {
            let shares =
                |other: &&Exercise| other.name != exercise.name && other.source() == exercise.source();
            if let Some(other) = exercises.iter().find(shares) {
                bail!(
                    "`{}` and `{}` have one file, {}\nhint: `file` in {EXERCISE} names another",
                    exercise.name,
                    other.name,
                    exercise.source().path()
                );
            }
        }
        exercises.sort_by(|a, b| (a.track, a.chapter, &a.name).cmp(&(b.track, b.chapter, &b.name)));
        let mut rubric = Self { exercises, withheld: 0, hidden: None };
        rubric.withheld = common.hidden_checks * rubric.of(Track::Core).count();
        Ok(rubric)
    }

    /// Reads one exercise alone, without hidden checks.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_exercise(suite: &Path, name: &str) -> Result<Exercise> {
        Exercise::read(&suite.join(name), &read(&suite.join(COMMON))?)
    }

    /// The exercises of a track, in order.
    pub fn of(&self, track: Track) -> impl Iterator<Item = &Exercise> {
        self.exercises.iter().filter(move |exercise| exercise.track == track)
    }

    /// How many points the exercises of a track are worth together.
    pub fn points(&self, track: Track) -> u32 {
        self.of(track).map(Exercise::points).sum()
    }

    /// Adds to each exercise of the core the hidden checks of a file, which stand in this program.
    ///
    /// # Errors
    /// Where the file can't be read, or has another number of checks than are withheld.
    pub fn with_hidden(mut self, file: &Path, program: TestTarget) -> Result<Self> {
        let Checks { check: hidden } = read(file)?;
        let core = self.of(Track::Core).count();
        ensure!(
            hidden.len() * core == self.withheld,
            "{} has {} checks, and `hidden_checks` in {COMMON} is {}",
            file.display(),
            hidden.len(),
            self.withheld.checked_div(core).unwrap_or_default()
        );
        for exercise in self.exercises.iter_mut().filter(|exercise| exercise.track == Track::Core) {
            exercise.checks.extend(hidden.iter().cloned().map(|check| Check { hidden: true, ..check }));
            exercise.check_needs()?;
        }
        Ok(Self { withheld: 0, hidden: Some(program), ..self })
    }

    /// The exercise in which the slope of this one is written, where there is one.
    pub fn slope_of(&self, exercise: &Exercise) -> Option<&Exercise> {
        self.exercises.iter().find(|other| other.slope_of.as_ref() == Some(&exercise.name))
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} is not as it should be", path.display()))
}

//! Exercises, their checks, points and hints: `grader/rubric.toml`.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The whole rubric, in the order of the lesson.
#[derive(Debug, Clone, Deserialize)]
pub struct Rubric {
    /// Every exercise.
    #[serde(rename = "exercise")]
    pub exercises: Vec<Exercise>,
    /// How many checks there are beside these, which only the instructor has.
    #[serde(default)]
    pub withheld: usize,
}

/// One activation to write.
#[derive(Debug, Clone, Deserialize)]
pub struct Exercise {
    /// Its name in commands, and the name of its file without `.rs`.
    pub name: String,
    /// Its name in the lesson, and that of its type.
    pub title: String,
    /// What `hint` shows, one more each time: from a nudge to nearly the code.
    #[serde(default)]
    pub steps: Vec<String>,
    /// How far a value may be off, absolutely; 0 where it has to be exact.
    pub tolerance: f64,
    /// Every check, in the order in which they are best solved.
    #[serde(rename = "check")]
    pub checks: Vec<Check>,
}

/// One function of the shared suite.
#[derive(Debug, Clone, Deserialize)]
pub struct Check {
    /// The function's name.
    pub name: String,
    /// What passing it is worth.
    pub points: u32,
    /// What to try when it fails.
    pub hint: String,
    /// Whether only the instructor has it: see `grader/tests/suite/hidden.rs`.
    #[serde(default)]
    pub hidden: bool,
}

impl Rubric {
    /// Reads the rubric.
    ///
    /// # Errors
    /// Where the file can't be read or is no rubric.
    pub fn read(path: &Path) -> Result<Self> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        toml::from_str(&text).context("grader/rubric.toml is not a rubric")
    }

    /// The rubric as learners have it: without hidden checks.
    pub fn visible(mut self) -> Self {
        for exercise in &mut self.exercises {
            let all = exercise.checks.len();
            exercise.checks.retain(|check| !check.hidden);
            self.withheld += all - exercise.checks.len();
        }
        self
    }

    /// The exercises of these names, in the rubric's order; all of them where none is named.
    ///
    /// # Errors
    /// Where a name is no exercise's; the message lists those that are.
    pub fn choose(&self, names: &[String]) -> Result<Vec<&Exercise>> {
        let known: Vec<&str> = self.exercises.iter().map(|exercise| exercise.name.as_str()).collect();
        if let Some(name) = names.iter().find(|name| !known.contains(&name.as_str())) {
            bail!("no exercise `{name}`\nhint: there are {}", known.join(", "));
        }
        let wanted = |exercise: &&Exercise| names.is_empty() || names.contains(&exercise.name);
        Ok(self.exercises.iter().filter(wanted).collect())
    }
}

impl Exercise {
    /// The file that a learner writes.
    pub fn file(&self) -> String {
        format!("{}.rs", self.name)
    }

    /// What the exercise is worth.
    pub fn points(&self) -> u32 {
        self.checks.iter().map(|check| check.points).sum()
    }

    /// The id of one of its checks.
    pub fn id(&self, check: &Check) -> String {
        format!("{}::{}", self.name, check.name)
    }
}

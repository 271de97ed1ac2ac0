//! A student's report, read back from where it is kept.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::file_name::file_name;
use grader::outcome::Status;

/// As much of a report as is asked for afterwards.
#[derive(Debug, Clone, Deserialize)]
pub struct KeptReport {
    /// Points earned in the core.
    pub score: u32,
    /// Points there are in the core.
    pub max_score: u32,
    /// Every exercise that was graded.
    pub exercises: Vec<KeptExercise>,
}

/// One exercise of it.
#[derive(Debug, Clone, Deserialize)]
pub struct KeptExercise {
    /// Its name in the lesson.
    pub title: String,
    /// In the order of the rubric.
    pub checks: Vec<KeptCheck>,
}

/// One check of it.
#[derive(Debug, Clone, Deserialize)]
pub struct KeptCheck {
    /// Such as `relu::keeps_positive_values`.
    pub id: String,
    /// Points earned.
    pub points: u32,
    /// How it ended.
    pub status: Status,
}

impl KeptReport {
    /// Reads a student's report from a folder of grades.
    ///
    /// # Errors
    /// Where it is not there, or not as it was written.
    pub fn read(grades: &Path, key: &str) -> Result<Self> {
        let path = grades.join("instructor").join(format!("{}.json", file_name(key)));
        let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("{} is not as it was written", path.display()))
    }

    /// Every check, with its exercise's name in the lesson.
    pub fn checks(&self) -> impl Iterator<Item = (&str, &KeptCheck)> {
        self.exercises
            .iter()
            .flat_map(|exercise| exercise.checks.iter().map(|check| (exercise.title.as_str(), check)))
    }
}

//! What came of the last grading in the learner's own tree: for hints that fit, and for what has changed since.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::mirror::write_if_changed;
use crate::report::{Before, Progress, Report};
use crate::submission::Submission;
use grader::project::Project;

/// The last grading of each exercise, by the exercise's name.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Last(BTreeMap<String, Graded>);

/// The last grading of an exercise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Graded {
    /// Points earned.
    pub score: u32,
    /// Whether every check passed.
    pub is_done: bool,
    /// The first check that did not, by name.
    pub failing: Option<String>,
    /// The file that was graded.
    file: String,
}

impl Last {
    /// What is known. Build products may be removed at any time, and with them goes this: then it is nothing.
    pub fn read(project: &Project) -> Self {
        let text = fs::read_to_string(path(project)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// The last grading of an exercise.
    pub fn of(&self, exercise: &str) -> Option<&Graded> {
        self.0.get(exercise)
    }

    /// Tells the report what was before it, and takes it for the last from now on. `is_edited` says that somebody grades
    /// because of an edit, and not to look at the same once more.
    pub fn take(&mut self, report: &mut Report, written: &Submission, is_edited: bool) {
        for exercise in &mut report.exercises {
            let file = written.files.get(&exercise.name);
            let file =
                file.map(|file| String::from_utf8_lossy(&file.content).into_owned()).unwrap_or_default();
            let before = self.0.get(&exercise.name);
            exercise.before =
                before.map(|last| Before { score: last.score, is_same_file: is_edited && last.file == file });
            let failing = exercise.first_failure().and_then(|check| check.id.rsplit("::").next());
            let graded = Graded {
                score: exercise.score,
                is_done: exercise.status == Progress::Done,
                failing: failing.map(str::to_owned),
                file,
            };
            self.0.insert(exercise.name.clone(), graded);
        }
    }

    /// Keeps it for the next time.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn keep(&self, project: &Project) -> Result<()> {
        let text = serde_json::to_string(self)?;
        write_if_changed(&path(project), text.as_bytes()).context("cannot note what was graded")
    }
}

fn path(project: &Project) -> PathBuf {
    project.scratch().join("last.json")
}

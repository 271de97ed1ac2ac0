//! What an exercise's function is, and how close an answer has to come.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use anyhow::{Context, Result};

use super::exact::Exact;
use super::table::Table;
use super::tolerance::Tolerance;
use crate::project::Project;
use crate::rubric::{Exercise, Rubric};
use crate::source_file::SourceFile;

/// What the suite holds answers to.
pub struct Reference {
    /// The function at some thousands of points.
    pub table: Table,
    /// The function at every other number.
    pub exact: Exact,
    /// How far a value may be off.
    pub tolerance: Tolerance,
    /// The file that a learner writes.
    pub source: SourceFile,
}

impl Reference {
    /// The reference of an exercise, read once in a process.
    ///
    /// # Panics
    /// Where it can't be read: the suite must not judge by anything else.
    pub fn of(exercise: &str) -> &'static Self {
        static KNOWN: LazyLock<Mutex<BTreeMap<String, &'static Reference>>> = LazyLock::new(Mutex::default);
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(exercise.to_owned()).or_insert_with(|| match Self::find(exercise) {
            Ok(read) => Box::leak(Box::new(read)),
            Err(error) => panic!("the reference of `{exercise}`: {error:#}"),
        })
    }

    fn find(exercise: &str) -> Result<Self> {
        // Around the current folder, and not where this was built: a workspace may be copied with its products.
        let project = Project::find()?;
        let rubric = Rubric::read(&project.suite())?;
        let chosen = rubric.choose(&[exercise.to_owned()])?;
        Self::read(&project, chosen.first().context("no such exercise")?)
    }

    /// The function at any number: from the table, where it has the number, with all digits.
    pub fn at(&self, x: f32) -> f64 {
        self.table.find(x).unwrap_or_else(|| self.exact.at(x))
    }

    /// Reads the reference of an exercise.
    ///
    /// # Errors
    /// Where a file can't be read.
    pub fn read(project: &Project, exercise: &Exercise) -> Result<Self> {
        Ok(Self {
            table: Table::read(&project.table(&exercise.name))?,
            exact: Exact::read(&project.suite().join(&exercise.name).join("pieces.csv"))?,
            tolerance: exercise.tolerance,
            source: exercise.source(),
        })
    }
}

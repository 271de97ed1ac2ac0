//! Hints, one more each time, and how many of them were shown.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::mirror::write_if_changed;
use grader::project::Project;
use grader::rubric::Exercise;

/// How many steps of each exercise were shown, by the exercise's name, in a file that stays.
#[derive(Debug)]
pub struct Shown {
    path: PathBuf,
    counts: BTreeMap<String, usize>,
}

/// What there is to show.
#[derive(Debug, PartialEq, Eq)]
pub enum Hint<'a> {
    /// A step that was not shown before, and its number, counted from 1.
    Next(usize, &'a str),
    /// All were shown.
    AllShown,
}

impl Shown {
    /// Reads what was shown; nothing where there is no file.
    ///
    /// # Errors
    /// Where the file is there and can't be read.
    pub fn read(project: &Project) -> Result<Self> {
        let path = project.kept().join("hints.toml");
        let counts = if path.exists() {
            let text =
                fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            toml::from_str(&text).with_context(|| {
                format!("{} says not how many hints were shown\nhint: delete it", path.display())
            })?
        } else {
            BTreeMap::new()
        };
        Ok(Self { path, counts })
    }

    /// The next step of an exercise, which counts as shown from now on. `from` is the number of the first that fits:
    /// those before it are left out.
    ///
    /// # Errors
    /// Where it can't be noted.
    pub fn next<'a>(&mut self, exercise: &'a Exercise, from: usize) -> Result<Hint<'a>> {
        let shown = self.counts.entry(exercise.name.clone()).or_default();
        *shown = (*shown).max(from - 1);
        let Some(step) = exercise.steps.get(*shown) else { return Ok(Hint::AllShown) };
        *shown += 1;
        let number = *shown;
        self.keep()?;
        Ok(Hint::Next(number, step))
    }

    /// Starts over with these exercises.
    ///
    /// # Errors
    /// Where it can't be noted.
    pub fn forget(&mut self, exercises: &[&Exercise]) -> Result<()> {
        for exercise in exercises {
            self.counts.remove(&exercise.name);
        }
        self.keep()
    }

    fn keep(&self) -> Result<()> {
        write_if_changed(&self.path, toml::to_string(&self.counts)?.as_bytes())
    }
}

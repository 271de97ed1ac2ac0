//! What is held against a layer with one parameter: its reference, its formulas and the misconceptions of it.

use anyhow::Result;
use formula::Formula;

use super::misconceptions::{Misconception, misconceptions};
use crate::judge::Reference;
use crate::project::Project;
use crate::rubric::Exercise;

/// What else a parameter may be than usual: between 0 and 1, greater, negative.
const OTHERS: [f32; 3] = [0.3, 2.25, -0.7];

/// A layer with one parameter, and what is known of it.
pub struct Setting {
    /// The parameter, where the layer has one that formulas speak of.
    pub parameter: Option<f32>,
    /// What it should compute.
    pub reference: Reference,
    /// The same as formulas.
    pub forms: Vec<Formula>,
    /// What it is taken for. Each has the same place whatever the parameter is.
    pub known: Vec<Misconception>,
}

impl Setting {
    /// The layer with its usual parameter first; then with others, where it has one.
    ///
    /// # Errors
    /// Where a file can't be read, or is not as it should be.
    pub fn all(project: &Project, exercise: &Exercise) -> Result<Vec<Self>> {
        let has_other = exercise.usual().is_some();
        let others = OTHERS.iter().filter(|_| has_other).map(|&other| Some(other));
        [None].into_iter().chain(others).map(|parameter| Self::new(project, exercise, parameter)).collect()
    }

    /// A sentence about one of its formulas, in which the parameter stands by its name.
    pub fn named(&self, exercise: &Exercise, says: &str) -> String {
        match (&exercise.parameter, self.parameter) {
            (Some(parameter), Some(value)) => says.replace(&value.to_string(), &parameter.name),
            _ => says.to_owned(),
        }
    }

    fn new(project: &Project, exercise: &Exercise, parameter: Option<f32>) -> Result<Self> {
        Ok(Self {
            parameter: parameter.or(exercise.usual()),
            reference: Reference::read(project, exercise, parameter)?,
            forms: exercise.forms(parameter)?,
            known: misconceptions(&project.suite(), exercise, parameter)?,
        })
    }
}

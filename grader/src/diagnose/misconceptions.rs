//! Functions that an exercise's function is taken for, with a sentence for each: `misconceptions.toml`.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use formula::Formula;
use serde::Deserialize;

use super::rows::Along;
use crate::rubric::Exercise;

/// The file with misconceptions: in an exercise's folder its own, beside these folders those of any exercise.
const FILE: &str = "misconceptions.toml";

/// A function that the exercise's function is taken for.
#[derive(Debug, Clone, PartialEq)]
pub struct Misconception {
    /// Its name for programs and specimens.
    pub key: String,
    /// What it computes.
    pub computes: Formula,
    /// Along which axis, where it is a function of rows.
    pub along: Along,
    /// One sentence for the learner: what was done, and what to look at. Not the code to type.
    pub says: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "misconception")]
    misconceptions: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    key: String,
    says: String,
    computes: Option<String>,
    inner: Option<String>,
    outer: Option<String>,
    #[serde(default)]
    along: Along,
}

/// What an exercise's function is taken for: first what it has a sentence of its own for, then what any function
/// is taken for, with this parameter or its usual one.
///
/// # Errors
/// Where a file can't be read, or holds no formula where one has to be.
pub fn misconceptions(
    suite: &Path,
    exercise: &Exercise,
    parameter: Option<f32>,
) -> Result<Vec<Misconception>> {
    let mut all = read(&suite.join(&exercise.name).join(FILE), exercise, parameter)?;
    for generic in read(&suite.join(FILE), exercise, parameter)? {
        if all.iter().all(|own| own.key != generic.key) {
            all.push(generic);
        }
    }
    Ok(all)
}

fn read(path: &Path, exercise: &Exercise, parameter: Option<f32>) -> Result<Vec<Misconception>> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        text => text.with_context(|| format!("cannot read {}", path.display()))?,
    };
    let context = || format!("{} is not as it should be", path.display());
    let file: File = toml::from_str(&text).with_context(context)?;
    let all = file.misconceptions.into_iter().map(|written| written.misconception(exercise, parameter));
    all.collect::<Result<Vec<Option<Misconception>>>>()
        .map(|all| all.into_iter().flatten().collect())
        .with_context(context)
}

impl Written {
    /// `None` where it is told by the exercise's function, and that is not written as a formula.
    fn misconception(self, exercise: &Exercise, parameter: Option<f32>) -> Result<Option<Misconception>> {
        let read = |text: &Option<String>| -> Result<Formula> {
            let text = text.as_deref().unwrap_or("x");
            exercise.formula(text, parameter).with_context(|| format!("`{}`", self.key))
        };
        let computes = match (&self.computes, exercise.written.is_empty()) {
            (Some(_), _) => read(&self.computes)?,
            (None, false) => read(&self.outer)?.of(&exercise.computes(parameter)?.of(&read(&self.inner)?)),
            (None, true) => return Ok(None),
        };
        let says = self.says.replace("{f}", &exercise.title);
        Ok(Some(Misconception { key: self.key, computes, along: self.along, says }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;
    use crate::rubric::{Rubric, Track};

    #[test]
    fn misconceptions_have_a_name_and_a_sentence_each() {
        let suite = Project::of_this_build().suite();
        for exercise in &Rubric::read(&suite).expect("a rubric").exercises {
            let all = misconceptions(&suite, exercise, None).expect("they read");
            let least = if exercise.track == Track::Core { 50 } else { 24 };
            assert!(all.len() > least, "{} has {}", exercise.name, all.len());
            for wrong in &all {
                assert!(!wrong.says.is_empty() && wrong.says.len() <= 200, "{}", wrong.key);
                assert_eq!(all.iter().filter(|other| other.key == wrong.key).count(), 1, "{}", wrong.key);
            }
        }
    }

    #[test]
    fn an_exercise_without_formulas_has_those_that_need_none() {
        let exercise = Exercise { name: "none".into(), title: "F".into(), ..Exercise::default() };
        let all = misconceptions(&Project::of_this_build().suite(), &exercise, None).expect("they read");
        assert_eq!(
            all.iter().map(|wrong| wrong.key.as_str()).collect::<Vec<_>>(),
            ["identity", "zeros", "ones"]
        );
    }
}

//! One exercise, as its folder says.

use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use formula::Formula;
use serde::{Deserialize, Serialize};

use super::{COMMON, Common, EXERCISE, read};
use crate::judge::Tolerance;
use crate::source_file::SourceFile;

/// Which points an exercise's count among.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Track {
    /// Those of the lesson, which are what is graded.
    #[default]
    Core,
    /// Points of their own, for those who go on when the core is done.
    Beyond,
}

/// One function to write.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Its name in commands: that of its folder.
    #[serde(skip)]
    pub name: String,
    /// Which points its points count among.
    #[serde(default)]
    pub track: Track,
    /// Its file, where that is not the usual one of its name.
    #[serde(default)]
    pub file: Option<SourceFile>,
    /// Its name in the lesson, and that of its type.
    pub title: String,
    /// The exercise of which this is the slope, if it is one, by name.
    #[serde(default)]
    pub slope_of: Option<String>,
    /// Its place in the lesson.
    pub chapter: u32,
    /// What `hint` shows, one more each time: from a nudge to nearly the code.
    #[serde(default)]
    pub steps: Vec<String>,
    /// What it gives a network: said when it is done.
    #[serde(default)]
    pub gives: String,
    /// The number that its layer has, where it has one.
    #[serde(default)]
    pub parameter: Option<Parameter>,
    /// What it computes, in as many ways as books write it, the parameter by its name.
    #[serde(default, rename = "formulas")]
    pub written: Vec<String>,
    /// The same, with the parameter's usual value. Its table is made of the first; slips are those that can be made
    /// in one of them.
    #[serde(skip)]
    pub formulas: Vec<Formula>,
    /// How far a value may be off.
    pub tolerance: Tolerance,
    /// Every check, in the order in which they are best solved.
    #[serde(rename = "check")]
    pub checks: Vec<Check>,
}

/// A number that a layer has beside its input: a worker is asked for the layer with this number behind its name.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// What the lesson, the layer's field and the formulas call it.
    pub name: String,
    /// Which one it is where none is asked for. The axis of a layer that looks at whole rows is then the last.
    #[serde(default)]
    pub usual: Option<f32>,
}

/// One function of the shared suite.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The function's name.
    pub name: String,
    /// What passing it is worth.
    pub points: u32,
    /// What to try when it fails.
    #[serde(default)]
    pub hint: String,
    /// The number of the step that fits, counted from 1: `hint` begins there where this check is the first to fail.
    #[serde(default)]
    pub step: Option<usize>,
    /// Checks that are more basic, by name: where one of these fails and this one comes to no answer, this one is
    /// not judged.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Whether only the instructor has it.
    #[serde(skip)]
    pub hidden: bool,
}

impl Exercise {
    /// Reads an exercise from its folder.
    pub(super) fn read(folder: &Path, common: &Common) -> Result<Self> {
        let mut exercise: Self = read(&folder.join(EXERCISE))?;
        exercise.name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        exercise.formulas = exercise
            .forms(None)
            .with_context(|| format!("{} is not as it should be", folder.join(EXERCISE).display()))?;
        for check in exercise.checks.iter_mut().filter(|check| check.hint.is_empty()) {
            let Some(hint) = common.hints.get(&check.name) else {
                bail!(
                    "the check `{}` of `{}` has no hint\nhint: give it one in its {EXERCISE}, or in {COMMON}",
                    check.name,
                    exercise.name
                );
            };
            check.hint.clone_from(hint);
        }
        for check in exercise.checks.iter_mut().filter(|check| check.needs.is_empty()) {
            check.needs.clone_from(common.needs.get(&check.name).unwrap_or(&common.needs_of_others));
            check.needs.retain(|name| *name != check.name);
        }
        for check in &exercise.checks {
            let is_one = check.step.is_none_or(|step| (1..=exercise.steps.len()).contains(&step));
            ensure!(
                is_one,
                "the check `{}` of `{}` begins at a step that is not there",
                check.name,
                exercise.name
            );
        }
        exercise.check_needs()?;
        Ok(exercise)
    }

    /// A need is a check of the exercise, and none needs itself, however many stand between.
    pub(super) fn check_needs(&self) -> Result<()> {
        let mut basic: Vec<&str> = Vec::new();
        while let Some(next) = self.checks.iter().find(|check| {
            !basic.contains(&check.name.as_str())
                && check.needs.iter().all(|need| basic.contains(&need.as_str()))
        }) {
            basic.push(&next.name);
        }
        match self.checks.iter().find(|check| !basic.contains(&check.name.as_str())) {
            None => Ok(()),
            Some(check) => bail!(
                "the check `{}` of `{}` needs {}, which is no check, or needs it in turn",
                check.name,
                self.name,
                check.needs.join(", ")
            ),
        }
    }

    /// The parameter where no other is asked for.
    pub fn usual(&self) -> Option<f32> {
        self.parameter.as_ref().and_then(|parameter| parameter.usual)
    }

    /// A formula in which the parameter stands by its name, with this value of it, or its usual one.
    ///
    /// # Errors
    /// Where the text is no formula.
    pub fn formula(&self, text: &str, parameter: Option<f32>) -> Result<Formula> {
        let text = match (&self.parameter, parameter.or(self.usual())) {
            (Some(Parameter { name, .. }), Some(value)) => text.replace(name.as_str(), &format!("({value})")),
            _ => text.to_owned(),
        };
        text.parse().map_err(|why| anyhow!("the formula `{text}`: {why}"))
    }

    /// What it computes with this parameter, or its usual one, in as many ways as books write it.
    ///
    /// # Errors
    /// Where a text is no formula.
    pub fn forms(&self, parameter: Option<f32>) -> Result<Vec<Formula>> {
        self.written.iter().map(|text| self.formula(text, parameter)).collect()
    }

    /// The same, by the first of its formulas.
    ///
    /// # Errors
    /// Where it has no formula.
    pub fn computes(&self, parameter: Option<f32>) -> Result<Formula> {
        let text = self.written.first().with_context(|| format!("`{}` has no formula", self.name))?;
        self.formula(text, parameter)
    }

    /// Whether a value depends on those beside it in a row: then the parameter is the axis along which rows lie.
    pub fn is_of_rows(&self) -> bool {
        self.formulas.first().is_some_and(Formula::is_of_rows)
    }

    /// The file that a learner writes.
    pub fn source(&self) -> SourceFile {
        self.file.clone().unwrap_or_else(|| SourceFile::usual(&self.name))
    }

    /// What people call that file, such as `relu.rs`, or `slopes/relu.rs`.
    pub fn file(&self) -> String {
        self.source().shown().to_owned()
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

//! Exercises, their checks, points and hints: `grader/suite/common.toml`, and `exercise.toml` in each
//! exercise's folder beside it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use formula::Formula;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::judge::Tolerance;
use crate::source_file::SourceFile;

/// The file in which stands what all exercises share.
pub const COMMON: &str = "common.toml";

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

    /// The exercises of these names, in the rubric's order; all of them where none is named. A title, a file or its path
    /// will do as well, in any case, and `beyond` stands for all that are beyond the core.
    ///
    /// # Errors
    /// Where a name is no exercise's; the message lists those that are, and the nearest.
    pub fn choose(&self, names: &[String]) -> Result<Vec<&Exercise>> {
        let known: Vec<&str> = self.exercises.iter().map(|exercise| exercise.name.as_str()).collect();
        let are_beyond =
            |name: &str| name.eq_ignore_ascii_case(BEYOND) && self.of(Track::Beyond).next().is_some();
        let is_known = |name: &str| are_beyond(name) || self.exercises.iter().any(|it| self.calls(name, it));
        if let Some(name) = names.iter().find(|name| !is_known(name)) {
            let far = |other: &&str| strsim::damerau_levenshtein(&plain_name(name), other);
            let nearest = known.iter().copied().min_by_key(far).filter(|other| far(other) <= MOST_SLIPS);
            let meant = nearest.map(|other| format!("Did you mean `{other}`? ")).unwrap_or_default();
            bail!("no exercise `{name}`\nhint: {meant}The exercises are {}", known.join(", "));
        }
        let is_named = |exercise: &&Exercise| {
            let is_meant = |name: &String| {
                self.calls(name, exercise) || (exercise.track == Track::Beyond && are_beyond(name))
            };
            names.iter().any(is_meant)
        };
        Ok(self.exercises.iter().filter(|exercise| names.is_empty() || is_named(exercise)).collect())
    }

    /// Whether somebody who writes this means the exercise: a path ending in an exercise's folder and file means no
    /// other whose file has the same name.
    fn calls(&self, name: &str, exercise: &Exercise) -> bool {
        let path = name.replace('\\', "/").to_lowercase();
        let is_at = |exercise: &Exercise| {
            let source = exercise.source();
            let place = format!("{}/{}", source.folder(), source.name().trim_end_matches(".rs"));
            path.strip_suffix(".rs").unwrap_or(&path).rsplit_once(&place).is_some_and(|(before, after)| {
                after.is_empty() && (before.is_empty() || before.ends_with('/'))
            })
        };
        match self.exercises.iter().find(|exercise| is_at(exercise)) {
            Some(there) => there.name == exercise.name,
            None => exercise.is_called(name),
        }
    }
}

/// What stands for all exercises beyond the core, where one may be named.
pub const BEYOND: &str = "beyond";

/// How many letters a name may be off to be taken for another's.
const MOST_SLIPS: usize = 2;

/// A name in small letters, without a path before it and `.rs` behind it.
fn plain_name(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name).to_lowercase();
    file.strip_suffix(".rs").unwrap_or(&file).to_owned()
}

/// The file in an exercise's folder.
const EXERCISE: &str = "exercise.toml";

impl Exercise {
    /// Reads an exercise from its folder.
    fn read(folder: &Path, common: &Common) -> Result<Self> {
        let mut exercise: Self = read(&folder.join(EXERCISE))?;
        exercise.name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let usual = exercise.parameter.as_ref().and_then(|parameter| parameter.usual);
        exercise.formulas = exercise
            .written
            .iter()
            .map(|text| exercise.formula(text, usual))
            .collect::<Result<Vec<Formula>>>()
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
    fn check_needs(&self) -> Result<()> {
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

    /// Whether somebody who writes this means the exercise.
    fn is_called(&self, name: &str) -> bool {
        let name = plain_name(name);
        name == self.name || name == self.title.to_lowercase()
    }

    /// A formula in which the parameter stands by its name, with this value of it.
    ///
    /// # Errors
    /// Where the text is no formula.
    pub fn formula(&self, text: &str, parameter: Option<f32>) -> Result<Formula> {
        let text = match (&self.parameter, parameter) {
            (Some(Parameter { name, .. }), Some(value)) => text.replace(name.as_str(), &format!("({value})")),
            _ => text.to_owned(),
        };
        text.parse().map_err(|why| anyhow!("the formula `{text}`: {why}"))
    }

    /// What it computes with this parameter, by the first of its formulas.
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

fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} is not as it should be", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exercise_is_called_by_many_names() {
        let exercise = |name: &str, title: &str| Exercise {
            name: name.into(),
            title: title.into(),
            ..Exercise::default()
        };
        let exercises = vec![exercise("relu", "ReLU"), exercise("leaky_relu", "LeakyReLU")];
        let rubric = Rubric { exercises, ..Rubric::default() };
        let chosen = |name: &str| {
            let chosen = rubric.choose(&[name.to_owned()]);
            chosen.map(|chosen| chosen.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join("+"))
        };
        for name in
            ["relu", "ReLU", "relu.rs", "exercises/src/activations/relu.rs", "src\\activations\\ReLU.rs"]
        {
            assert_eq!(chosen(name).expect("it is known"), "relu");
        }
        assert_eq!(chosen("LeakyReLU").expect("it is known"), "leaky_relu");
        let error = chosen("rellu").expect_err("it is none").to_string();
        assert_eq!(
            error,
            "no exercise `rellu`\nhint: Did you mean `relu`? The exercises are relu, leaky_relu"
        );
        let error = chosen("softmax").expect_err("it is none").to_string();
        assert_eq!(error, "no exercise `softmax`\nhint: The exercises are relu, leaky_relu");
        assert!(chosen("beyond").is_err(), "there is nothing beyond");
    }

    #[test]
    fn a_path_means_the_file_of_its_folder_and_beyond_all_that_is_there() {
        let slope = "title = \"ReLUSlope\"\nchapter = 4\ntrack = \"beyond\"\nfile = \"slopes/relu.rs\"\ntolerance = 0.0\ncheck = []";
        let slope: Exercise = toml::from_str(slope).expect("an exercise");
        let core = Exercise { name: "relu".into(), title: "ReLU".into(), ..Exercise::default() };
        let exercises = vec![core, Exercise { name: "relu_slope".into(), ..slope }];
        let rubric = Rubric { exercises, ..Rubric::default() };
        for (name, wanted) in [
            ("relu", "relu"),
            ("relu.rs", "relu"),
            ("exercises/src/activations/relu.rs", "relu"),
            ("exercises/src/slopes/relu.rs", "relu_slope"),
            ("slopes\\relu.rs", "relu_slope"),
            ("old_slopes/relu.rs", "relu"),
            ("ReLUSlope", "relu_slope"),
            ("beyond", "relu_slope"),
        ] {
            let chosen = rubric.choose(&[name.to_owned()]).expect("it is known");
            let names: Vec<&str> = chosen.iter().map(|exercise| exercise.name.as_str()).collect();
            assert_eq!(names, [wanted], "{name}");
        }
    }
}

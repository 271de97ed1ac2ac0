//! What decides a verdict, as digests in parts that can be told apart.
//!
//! A verdict's key is made of what was handed in, the check's source with all that it uses, the exercise's table and
//! tolerance, the grader, the compiler and the seed. Points, hints and sentences decide none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use super::fingerprint::{HIDDEN_SOURCE, Parts, Workspace};
use super::source::Source;
use grader::project::Project;
use grader::rubric::{COMMON, Check, Exercise, Rubric};
use student::mirror;

/// Where an exercise says what it is, and where it has its checks.
const EXERCISE: &str = "exercise.toml";
const CHECKS: &str = "mod.rs";
/// Wrong functions, each with a sentence.
const MISCONCEPTIONS: &str = "misconceptions.toml";

/// Of an exercise, what decides no verdict; its checks have digests of their own.
const WORDS: [&str; 4] = ["check", "chapter", "gives", "steps"];

/// What all verdicts of a class depend on, but for what was handed in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// The seed of everything that is drawn.
    pub seed: u64,
    /// The compiler.
    pub compiler: String,
    /// The grader, and the files that students are given.
    pub grader: String,
    /// By the exercise's name.
    pub exercises: BTreeMap<String, ExerciseKey>,
}

/// What the verdicts of an exercise depend on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseKey {
    /// Its table, tolerance and formulas.
    pub table: String,
    /// By the check's name: its source with what it uses, and what it needs.
    pub checks: BTreeMap<String, String>,
}

/// What is not as it was when a verdict was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// There was no verdict.
    New,
    /// What was handed in.
    Files,
    /// The seed.
    Seed,
    /// The compiler.
    Compiler,
    /// The grader.
    Grader,
    /// The exercise's table, tolerance or formulas.
    Table,
    /// The check's own source, or what it uses.
    Check,
    /// Nothing: it was run again with others, or to see whether it stays.
    Nothing,
}

impl Change {
    /// In words, as the reason for another verdict.
    pub fn words(self) -> &'static str {
        match self {
            Self::New => "there was no verdict before",
            Self::Files => "other files were handed in",
            Self::Seed => "the seed is another",
            Self::Compiler => "the compiler is another",
            Self::Grader => "the grader has changed",
            Self::Table => "the table, tolerance or formulas of the exercise have changed",
            Self::Check => "the check has changed",
            Self::Nothing => "nothing has changed",
        }
    }
}

impl Key {
    /// Reads what decides by now.
    ///
    /// # Errors
    /// Where a file can't be read or is not as it should be, or the compiler can't be asked.
    pub fn read(project: &Project, workspace: &Workspace, rubric: &Rubric, seed: u64) -> Result<Self> {
        let suite = project.suite();
        let shared = rust_files(&suite)?;
        let hidden = read(&project.root().join(HIDDEN_SOURCE)).unwrap_or_default();
        let exercises = rubric.exercises.iter().map(|exercise| {
            let own = rust_files(&suite.join(&exercise.name))?;
            let [visible, hidden] = [own, vec![hidden.clone()]].map(|files| {
                let mut source = Source::default();
                let all = shared.iter().chain(&files);
                all.map(|text| source.add(text)).collect::<Result<Vec<()>>>().map(|_| source)
            });
            let sources = (visible?, hidden?);
            let key = |check: &Check| {
                let source = if check.hidden { &sources.1 } else { &sources.0 };
                let mut digest = Parts::default();
                source.of_check(&check.name).into_iter().for_each(|text| digest.text(text));
                check.needs.iter().for_each(|need| digest.text(need));
                (check.name.clone(), digest.finish())
            };
            let checks = exercise.checks.iter().map(key).collect();
            let of_exercise = ExerciseKey { table: table(&suite, exercise)?, checks };
            Ok((exercise.name.clone(), of_exercise))
        });
        Ok(Self {
            seed,
            compiler: workspace.compiler.clone(),
            grader: workspace.grader.clone(),
            exercises: exercises
                .collect::<Result<_>>()
                .context("the suite's source can't be told apart into checks")?,
        })
    }

    /// The key of somebody of whose verdicts only those of some checks are looked at: of all others, what decided them
    /// before.
    ///
    /// # Errors
    /// Where more has changed than these checks can make up for.
    pub fn only(&self, earlier: &Self, checks: &BTreeSet<String>) -> Result<Self> {
        let mut key = self.clone();
        for (name, exercise) in &mut key.exercises {
            let Some(was) = earlier.exercises.get(name) else { continue };
            let is_meant = |check: &str| checks.contains(&format!("{name}::{check}"));
            let is_touched = exercise.checks.keys().any(|check| is_meant(check));
            ensure!(
                !is_touched || exercise.table == was.table,
                "the table, tolerance or formulas of `{name}` have changed, which decide all of its checks\n\
                 hint: leave out --only"
            );
            exercise.table.clone_from(&was.table);
            for (check, digest) in exercise.checks.iter_mut().filter(|(check, _)| !is_meant(check)) {
                if let Some(was) = was.checks.get(check) {
                    digest.clone_from(was);
                }
            }
        }
        ensure!(
            (&earlier.compiler, &earlier.grader) == (&key.compiler, &key.grader),
            "the grader or the compiler has changed, which decides every check\nhint: leave out --only"
        );
        Ok(key)
    }

    /// What has changed for a check since a verdict with the key `earlier`; the most general change, where there are
    /// several.
    pub fn change(&self, earlier: &Self, exercise: &str, check: &str) -> Change {
        let of = |key: &Self| key.exercises.get(exercise).cloned().unwrap_or_default();
        let (was, is) = (of(earlier), of(self));
        match () {
            () if !was.checks.contains_key(check) => Change::New,
            () if earlier.seed != self.seed => Change::Seed,
            () if earlier.compiler != self.compiler => Change::Compiler,
            () if earlier.grader != self.grader => Change::Grader,
            () if was.table != is.table => Change::Table,
            () if was.checks.get(check) != is.checks.get(check) => Change::Check,
            () => Change::Nothing,
        }
    }
}

/// A digest of what decides all verdicts of an exercise.
fn table(suite: &Path, exercise: &Exercise) -> Result<String> {
    let folder = suite.join(&exercise.name);
    let mut digest = Parts::default();
    let mut files = mirror::files(&folder)?;
    files.sort();
    for file in files.iter().filter(|file| *file != CHECKS && !file.ends_with(".rs")) {
        digest.text(file);
        let path = folder.join(file);
        match file.as_str() {
            EXERCISE => {
                let mut exercise: Table = toml::from_str(&read(&path)?)?;
                WORDS.iter().for_each(|words| drop(exercise.remove(*words)));
                digest.text(&exercise.to_string());
            }
            MISCONCEPTIONS => digest.text(&functions(&path)?),
            _ => digest.bytes(&fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?),
        }
    }
    digest.text(&functions(&suite.join(MISCONCEPTIONS))?);
    for entry in fs::read_dir(suite)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // Hints are words, and what a check needs is part of its own digest.
        if path.is_file() && ![COMMON, MISCONCEPTIONS].contains(&&*name) && !name.ends_with(".rs") {
            digest.text(&name);
            digest.bytes(&fs::read(&path)?);
        }
    }
    Ok(digest.finish())
}

/// Misconceptions without their sentences.
fn functions(path: &Path) -> Result<String> {
    if !path.exists() {
        return Ok(String::new());
    }
    let mut file: Table = toml::from_str(&read(path)?)?;
    for (_, wrong) in file.iter_mut() {
        for wrong in wrong.as_array_mut().into_iter().flatten().filter_map(Value::as_table_mut) {
            wrong.remove("says");
        }
    }
    Ok(file.to_string())
}

/// The Rust files that lie in a folder itself, in the order of their names.
fn rust_files(folder: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "rs") {
            paths.push(path);
        }
    }
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

//! An appeal: a student's verdicts again, from the files, the seed and the digests that are kept of them.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::class::grading::Class;
use crate::class::verdicts::alarm::words;
use crate::class::verdicts::fingerprint;
use crate::class::verdicts::judge::Extent;
use crate::class::verdicts::key::{Change, Key};
use crate::class::verdicts::record::Record;
use grader::project::Project;
use grader::rubric::Rubric;
use student::run::BuildWorkspace;

/// What came of it.
#[derive(Debug, Default)]
pub struct Replayed {
    /// Whose verdicts they are, by the student's key.
    pub student: String,
    /// How many verdicts were tried again.
    pub verdicts: usize,
    /// What decides verdicts and is not as it was, in a sentence each.
    pub changes: Vec<String>,
    /// Verdicts that are others now, in a sentence each.
    pub others: Vec<String>,
}

impl Replayed {
    /// Whether every verdict is the same.
    pub fn is_same(&self) -> bool {
        self.others.is_empty()
    }

    /// In sentences.
    pub fn text(&self) -> String {
        let mut text = match self.others.len() {
            0 => format!("{}: the same {} verdicts\n", self.student, self.verdicts),
            others => format!("{}: {others} of {} verdicts are others\n", self.student, self.verdicts),
        };
        for line in &self.others {
            text += &format!("  {line}\n");
        }
        if !self.changes.is_empty() {
            text += "\nNot as it was when they were made:\n";
        }
        for line in &self.changes {
            text += &format!("  {line}\n");
        }
        text
    }
}

/// Grades what is kept once more, with its seed.
///
/// # Errors
/// Where the suite can't be read or built, or the submission can't be graded.
pub fn replay(
    project: &Project,
    rubric: &Rubric,
    workspace: &BuildWorkspace,
    kept: Record,
) -> Result<Replayed> {
    let seed = kept.key.seed;
    let class = Class::new(project, rubric, seed)?;
    let files = fingerprint::submission(&kept.submission)?;
    let mut replayed = Replayed { student: kept.student.clone(), ..Replayed::default() };
    if files != kept.files {
        replayed.changes.push("the files: the digest is not that of what the file holds".to_owned());
    }
    let judged =
        class.judge(workspace, &kept.student, kept.submission.clone(), &files, None, Extent::Everything)?;
    let now = judged.record;
    let names: BTreeSet<&String> = kept.exercises.keys().chain(now.exercises.keys()).collect();
    let mut changes = BTreeSet::new();
    for name in names {
        let (was, is) = (kept.exercises.get(name), now.exercises.get(name));
        let checks = |key: &Key| key.exercises.get(name).map(|of| of.checks.clone()).unwrap_or_default();
        let checks: BTreeSet<String> =
            checks(&kept.key).into_keys().chain(checks(&now.key).into_keys()).collect();
        for check in checks {
            let id = format!("{name}::{check}");
            replayed.verdicts += 1;
            let change = now.key.change(&kept.key, name, &check);
            let what = match change {
                Change::Table => format!("{name}: {}", change.words()),
                Change::New | Change::Check => format!("{id}: {}", change.words()),
                _ => change.words().to_owned(),
            };
            if change != Change::Nothing {
                changes.insert(what);
            }
            let ended = |it: Option<&crate::class::verdicts::record::ExerciseRecord>| {
                it.and_then(|it| it.status(&id)).map_or_else(|| "no verdict".to_owned(), words)
            };
            let (was, is) = (ended(was), ended(is));
            if was != is {
                replayed.others.push(format!("{id}: {was} before, {is} now: {}", change.words()));
            }
        }
    }
    replayed.changes.extend(changes);
    Ok(replayed)
}

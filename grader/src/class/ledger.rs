//! What is kept of each student.
//!
//! ```text
//! grades.csv                       everyone, a line each; also as grade books read it
//! summary.md                       what to talk about, and a table of links
//! students/NAME/report.{html,json,md}
//!                                  to give back: nothing in it that students may not see
//! instructor/index.html            the same as a page, which sorts
//! instructor/NAME.json             everything
//! instructor/NAME.diff.md          the submission beside the reference
//! instructor/run.json              the seed of the run
//! ```
//!
//! Every file is written whole or not at all. A student's entry is written last, so who has one
//! is done.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};

use super::{Made, sheet};
use crate::outcome::Status;
use crate::render::{self, ClassRow};
use crate::report::{Progress, Report};
use crate::rubric::Rubric;
use crate::run::Submission;
use crate::whole;

/// What became of one student.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// The student's name.
    pub student: String,
    /// Of what was graded; none where nothing could be.
    fingerprint: Option<u64>,
    /// Points earned.
    pub score: u32,
    /// Points there are.
    pub max_score: u32,
    /// Points earned, exercise by exercise.
    pub scores: Vec<u32>,
    /// In one word: `graded`, `empty` or `failed`.
    pub status: String,
    /// What there is to say.
    pub note: String,
    /// The ids of the checks that did not pass.
    pub missed: Vec<String>,
    /// The keys of the slips that were named, with their exercises.
    pub diagnoses: Vec<String>,
}

impl Entry {
    /// Whether this is about that submission of that student.
    pub fn is(&self, student: &str, fingerprint: u64) -> bool {
        self.student == student && self.fingerprint == Some(fingerprint)
    }

    /// Of somebody who has been graded.
    pub fn graded(student: &str, fingerprint: u64, submission: &Submission, report: &Report) -> Self {
        let mut notes = Vec::new();
        for exercise in &report.exercises {
            match exercise.status {
                Progress::Refused => notes.push(format!("{} is refused", exercise.title)),
                Progress::NotCompiled => notes.push(format!("{} does not compile", exercise.title)),
                Progress::NotCompiledInTime => {
                    notes.push(format!("{} did not compile in time", exercise.title));
                }
                _ => {}
            }
        }
        notes.extend(report.ignored.iter().map(|left| format!("{} left out: {}", left.file, left.why)));
        let checks = || report.exercises.iter().flat_map(|exercise| &exercise.checks);
        let broken = checks().filter(|check| check.outcome.status == Status::GraderError).count();
        if broken > 0 {
            notes.push(format!("{broken} checks could not be judged: grade again"));
        }
        let missed = checks().filter(|check| check.outcome.status != Status::Passed);
        let named = report.exercises.iter().filter_map(|exercise| {
            exercise.diagnosis.as_ref().map(|diagnosis| format!("{}: {}", exercise.title, diagnosis.says))
        });
        Self {
            student: student.to_owned(),
            // Not known the next time, so that it is graded again.
            fingerprint: (broken == 0).then_some(fingerprint),
            score: report.score,
            max_score: report.max_score,
            scores: report.exercises.iter().map(|exercise| exercise.score).collect(),
            status: if submission.files.is_empty() { "empty" } else { "graded" }.to_owned(),
            note: notes.join("; "),
            missed: missed.map(|check| check.id.clone()).collect(),
            diagnoses: named.collect(),
        }
    }

    /// Of somebody who can't be graded.
    pub fn failed(student: &str, rubric: &Rubric, why: &str) -> Self {
        Self {
            student: student.to_owned(),
            fingerprint: None,
            score: 0,
            max_score: rubric.exercises.iter().map(|exercise| exercise.points()).sum(),
            scores: vec![0; rubric.exercises.len()],
            status: "failed".into(),
            note: why.replace('\n', " · "),
            missed: Vec::new(),
            diagnoses: Vec::new(),
        }
    }
}

/// What a verdict depends on, beside the grader itself.
pub fn fingerprint(seed: u64, rubric: &Rubric, submission: &Submission) -> u64 {
    let mut hasher = DefaultHasher::new();
    seed.hash(&mut hasher);
    format!("{rubric:?}").hash(&mut hasher);
    for (name, written) in &submission.files {
        (name, &written.content).hash(&mut hasher);
    }
    hasher.finish()
}

/// The folder of a class's grades.
pub struct Ledger {
    folder: PathBuf,
    seed: u64,
    entries: Vec<Entry>,
    /// Of an earlier run that is gone on with.
    known: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
struct Run {
    seed: u64,
}

/// Longest name of a student, in bytes, that is a file's name as it is; the rest becomes a number.
const LONGEST_NAME: usize = 150;

const RUN: &str = "instructor/run.json";

impl Ledger {
    /// Opens a new folder, or one of an earlier run to go on with.
    ///
    /// # Errors
    /// Where it can't be written, holds an earlier run that is not to be gone on with, or one with
    /// another seed.
    pub fn open(folder: &Path, seed: Option<u64>, resume: bool) -> Result<Self> {
        let earlier = fs::read(folder.join(RUN)).ok();
        let earlier: Option<Run> = earlier.and_then(|text| serde_json::from_slice(&text).ok());
        if earlier.is_some() && !resume {
            bail!(
                "`{}` holds the grades of an earlier run\n\
                 hint: --resume goes on with it; --out names another folder",
                folder.display()
            );
        }
        let seed = match (earlier, seed) {
            (Some(run), Some(seed)) if run.seed != seed => bail!(
                "the earlier run had the seed {}, and not {seed}\nhint: leave out --seed to go on with it",
                run.seed
            ),
            (Some(run), _) => run.seed,
            (None, seed) => seed.unwrap_or_else(|| u64::from(fastrand::u32(..))),
        };
        let mut ledger = Self { folder: folder.to_owned(), seed, entries: Vec::new(), known: Vec::new() };
        ledger.write(RUN, &serde_json::to_vec(&Run { seed })?)?;
        whole::tidy(folder)?;
        for entry in fs::read_dir(folder.join("instructor"))? {
            // What can't be read is graded again.
            let text = fs::read(entry?.path()).unwrap_or_default();
            if let Ok(kept) = serde_json::from_slice::<Kept<serde_json::Value>>(&text) {
                ledger.known.push(kept.entry);
            }
        }
        Ok(ledger)
    }

    /// The seed of the run.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Who was graded in an earlier run.
    pub fn known(&self) -> Vec<Entry> {
        self.known.clone()
    }

    /// Everyone who has been kept, in order of their names.
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = self.entries.clone();
        entries.sort_by(|a, b| a.student.cmp(&b.student));
        entries
    }

    /// Keeps what became of a student; nothing is made of one who has been kept before.
    ///
    /// # Errors
    /// Where something can't be written.
    pub fn keep(&mut self, entry: Entry, made: Option<&Made>) -> Result<()> {
        let name = file_name(&entry.student);
        if let Some(Made { report, page, differences }) = made {
            let back = report.for_student();
            self.write(&format!("students/{name}/report.json"), render::json(&back).as_bytes())?;
            self.write(&format!("students/{name}/report.md"), render::markdown(&back).as_bytes())?;
            self.write(&format!("students/{name}/report.html"), page.as_bytes())?;
            let differences: String = differences.iter().map(render::markdown_difference).collect();
            self.write(&format!("instructor/{name}.diff.md"), differences.as_bytes())?;
            let kept = Kept { entry: entry.clone(), report };
            self.write(&format!("instructor/{name}.json"), &serde_json::to_vec_pretty(&kept)?)?;
        }
        self.entries.push(entry);
        Ok(())
    }

    /// Writes the grades as they are by now.
    ///
    /// # Errors
    /// Where they can't be written.
    pub fn write_sheets(&self, rubric: &Rubric) -> Result<()> {
        let entries = self.entries();
        self.write("grades.csv", &sheet::plain(rubric, &entries)?)?;
        self.write("grades-canvas.csv", &sheet::canvas(&entries)?)?;
        self.write("grades-nbgrader.csv", &sheet::nbgrader(&entries)?)
    }

    /// A table of everyone, with links to what is kept of them.
    pub fn links(&self) -> String {
        let mut text = "\n## Everyone\n\n| student | score | | |\n|---|---|---|---|\n".to_owned();
        for entry in self.entries() {
            // In a link, the per cent sign of a file's name has to be written as its number.
            let file = file_name(&entry.student).replace('%', "%25");
            let (score, name) = (entry.score, escaped(&entry.student));
            text += &match entry.status.as_str() {
                "failed" => format!("| {name} | not graded | | |\n"),
                _ => format!(
                    "| {name} | {score} | [report](<students/{file}/report.md>) | [beside the reference](<instructor/{file}.diff.md>) |\n"
                ),
            };
        }
        text
    }

    /// Everyone, as a page shows them.
    pub fn rows(&self) -> Vec<ClassRow> {
        let row = |entry: Entry| ClassRow {
            file: (entry.status != "failed").then(|| file_name(&entry.student)),
            student: entry.student,
            score: entry.score,
            scores: entry.scores,
            status: entry.status,
            note: entry.note,
        };
        self.entries().into_iter().map(row).collect()
    }

    /// Writes a file whole or not at all.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn write(&self, file: &str, content: &[u8]) -> Result<()> {
        whole::write(&self.folder.join(file), content)
    }
}

/// A name that is nothing but text in a Markdown table.
fn escaped(name: &str) -> String {
    let special = |c: char| c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '-' | '@' | '\'');
    name.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect()
}

#[derive(Serialize, Deserialize)]
struct Kept<R> {
    entry: Entry,
    report: R,
}

/// The name as a file name on any system: what is not a letter, a digit or harmless becomes its number.
fn file_name(student: &str) -> String {
    let mut name = String::new();
    for c in student.chars() {
        if c.is_alphanumeric() || matches!(c, '-' | '_' | '@' | ' ') || (c == '.' && !name.is_empty()) {
            name.push(c);
        } else {
            name += &format!("%{:02x}", u32::from(c));
        }
    }
    if name.len() > LONGEST_NAME {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        name.truncate(name.floor_char_boundary(LONGEST_NAME));
        name += &format!("%{:016x}", hasher.finish());
    }
    if name == "run" { "%run".into() } else { name }
}

//! The grades that a class's folder holds, read back.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;

use super::entry::{Entry, Status};
use super::ledger::{ENTRIES, SUMMARY};
use super::run::RUN;
use crate::class::policy::{Policy, Standing};
use crate::class::students::person::Person;

/// A grade, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grade {
    /// Points that count: what a policy has left of them, where there is one.
    pub points: f64,
    /// Points there are.
    pub of: u32,
}

/// A student who handed something in.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Who it is.
    pub person: Person,
    /// A digest of what was graded; none where it is to be graded again.
    pub files: Option<String>,
    /// The grade, or why there is none.
    pub grade: Result<Grade, String>,
}

/// Everyone whom a folder of grades knows, in order of their names.
///
/// # Errors
/// Where it holds no grades, or those of a run that was stopped.
pub fn kept(folder: &Path) -> Result<Vec<Kept>> {
    let shown = folder.display();
    ensure!(
        folder.join(RUN).is_file(),
        "`{shown}` holds no grades\nhint: name the folder that `grade-class` wrote, such as `grades`"
    );
    ensure!(
        folder.join(SUMMARY).is_file(),
        "the run that wrote `{shown}` was stopped before its end\nhint: `grade-class --resume` goes on with it"
    );
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder.join(ENTRIES)).with_context(|| format!("cannot read `{shown}`"))? {
        entries.push(read::<Entry>(&entry?.path())?);
    }
    entries.sort_by(|a, b| a.person.cmp(&b.person));
    let policy = Policy::kept(folder)?;
    Ok(entries.into_iter().map(|entry| of(entry, policy.as_ref())).collect())
}

fn of(entry: Entry, policy: Option<&Policy>) -> Kept {
    let points = match policy.and_then(|policy| policy.of(&entry)) {
        Some(Standing::Settled(applied)) => Ok(applied.score),
        Some(Standing::Open(why)) => Err(format!("{} points, {why}", entry.score)),
        None if entry.status == Status::Graded => Ok(f64::from(entry.score)),
        None => Err(format!("{}, {}", entry.status, entry.remarks())),
    };
    let grade = points.map(|points| Grade { points, of: entry.max_score });
    let files = entry.fingerprint.map(|fingerprint| fingerprint.submission);
    Kept { person: entry.person, files, grade }
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_slice(&text).ok().with_context(|| {
        format!("{} is not as it was written\nhint: `grade-class --resume` writes it anew", path.display())
    })
}

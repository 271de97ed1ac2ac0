//! What a shard leaves beside its grades, for merging: `shard.json`.
//!
//! It is written last, so a shard that has one came to its end. It names the whole class, so that it can be told who is
//! missing, and has a digest of each file, so that one that did not arrive whole is noticed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::shard::Shard;
use crate::class::grades::entry::Entry;
use crate::class::grades::file_name::file_name;
use crate::class::students::Stray;
use crate::class::students::person::Person;
use crate::digest::sha256;
use student::mirror;

/// The file, in a shard's folder of grades.
pub const PART: &str = "shard.json";

/// Files of students who handed in nothing any more, which are no part of the grades.
const WITHDRAWN: &str = "withdrawn/";

/// What a shard graded, and of what class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which one it is.
    pub shard: Shard,
    /// The seed of the run.
    pub seed: u64,
    /// The digest of what a verdict depends on beside the submission.
    pub conditions: String,
    /// Everyone of the class, in order, whatever shard grades them.
    pub class: Vec<Person>,
    /// What belongs to nobody.
    pub strays: Vec<Stray>,
    /// What became of the students of this shard, in order.
    pub entries: Vec<Entry>,
    /// The files of these students by their paths in the folder of grades, each with its SHA-256.
    pub files: BTreeMap<String, String>,
}

impl Part {
    /// Reads what a shard left.
    ///
    /// # Errors
    /// Where there is none, as in the folder of a run that was stopped, or it can't be read.
    pub fn read(folder: &Path) -> Result<Self> {
        let text = fs::read(folder.join(PART)).ok().with_context(|| {
            format!(
                "`{}` holds no shard that came to its end: {PART} is missing\n\
                 hint: go on with it by the same command and --resume, or name the right folder",
                folder.display()
            )
        })?;
        serde_json::from_slice(&text).ok().with_context(|| {
            format!("{} can't be read\nhint: copy the folder again", folder.join(PART).display())
        })
    }
}

/// The files of these students in a folder of grades, each with its SHA-256.
///
/// A file is a student's where its name, or that of a folder around it, is what [`file_name`] calls the student, with or
/// without an ending. What stands at the top is the class's.
///
/// # Errors
/// Where a file can't be read.
pub fn files_of(folder: &Path, keys: &BTreeSet<&str>) -> Result<BTreeMap<String, String>> {
    let names: BTreeSet<String> = keys.iter().map(|key| file_name(key)).collect();
    let is_students = |part: &str| {
        let before = part.match_indices('.').map(|(end, _)| &part[..end]);
        before.chain([part]).any(|name| names.contains(name))
    };
    let found = mirror::files(folder)?.into_iter();
    found
        .filter(|file| !file.starts_with(WITHDRAWN) && file.split('/').skip(1).any(is_students))
        .map(|file| {
            let digest = digest_of(&folder.join(&file))?;
            Ok((file, digest))
        })
        .collect()
}

/// The SHA-256 of a file.
///
/// # Errors
/// Where it can't be read.
pub fn digest_of(file: &Path) -> Result<String> {
    let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(sha256(&content))
}

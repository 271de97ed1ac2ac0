//! Which files of a folder count, and what stands in for those that are missing.

#[cfg(feature = "class")]
mod archive;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;

use crate::project::{ACTIVATIONS, Project};
use crate::rubric::Exercise;
use crate::run::Subject;
use crate::untrusted;

/// Where in a submission's folder the exercises may lie, in the order in which they are looked for.
const PLACES: [&str; 4] = ["", "activations", ACTIVATIONS, "exercises/src/activations"];

/// Largest file that is taken, in bytes; an exercise has some thousands.
pub const LARGEST: u64 = 1 << 20;

/// Files that are named in the report when they are handed in, where they are looked for, and how many
/// entries of a folder are looked at.
const BUILD_FILES: [&str; 5] =
    ["Cargo.toml", "Cargo.lock", "build.rs", "rust-toolchain", "rust-toolchain.toml"];
const SKIPPED: [&str; 2] = ["target", ".git"];
const DEEPEST: usize = 3;
const MOST_ENTRIES: usize = 1000;

/// A file of a submission that is left out.
#[derive(Debug, Clone, Serialize)]
pub struct Ignored {
    /// Where it was found, relative to the submission's folder.
    pub file: String,
    /// Why it is left out.
    pub why: &'static str,
}

/// A file that was taken for an exercise's, although it has another name, place or encoding.
#[derive(Debug, Clone, Serialize)]
pub struct Taken {
    /// The exercise's name.
    pub exercise: String,
    /// Where the file was found.
    pub file: String,
    /// Why it was taken, or how it was read.
    pub note: String,
}

/// A file that a learner wrote.
#[derive(Debug, Clone)]
pub struct Written {
    /// Where it was found, as the learner knows it.
    pub path: String,
    /// Bytes, because a file that is not UTF-8 is the compiler's to refuse.
    pub content: Vec<u8>,
}

/// The files that a learner wrote, by the exercise's name.
#[derive(Debug, Clone, Default)]
pub struct Submission {
    /// Those that are there.
    pub files: BTreeMap<String, Written>,
    /// Those that are left out, and why.
    pub ignored: Vec<Ignored>,
    /// Those that were not simply found under their names in a usual place.
    pub taken: Vec<Taken>,
    /// Exercises for which there is more than one file, and these files.
    pub ambiguous: BTreeMap<String, Vec<String>>,
    /// The names that were looked for.
    wanted: Vec<String>,
    /// Where one that is not there would be expected.
    home: String,
}

impl Submission {
    /// Finds the exercises' files in a folder, in an archive, or in one file.
    ///
    /// # Errors
    /// Where `path` does not exist, or can't be read.
    pub fn read(path: &Path, exercises: &[Exercise]) -> Result<Self> {
        Self::read_many(&[path.to_owned()], exercises)
    }

    /// The same for several files, folders and archives that belong to one person.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_many(paths: &[PathBuf], exercises: &[Exercise]) -> Result<Self> {
        let mut all = Self { wanted: exercises.iter().map(Exercise::file).collect(), ..Self::default() };
        for path in paths {
            let mut one = if path.is_dir() {
                let folder = inner(path);
                let mut one = collect(&folder, &PLACES, exercises)?;
                one.ignored.extend(build_files(&folder));
                one
            } else {
                one_file(path, exercises)?
            };
            all.files.append(&mut one.files);
            all.ignored.append(&mut one.ignored);
        }
        Ok(all)
    }

    /// Whether nothing was found that could be an exercise.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Says what was looked for, and what there is instead; for a submission that is empty.
    pub fn why_empty(&self) -> String {
        format!("no {}", self.wanted.join(", "))
    }

    /// The exercises' files in one of the workspace's own crates.
    ///
    /// # Errors
    /// Where a file can't be read.
    pub fn own(project: &Project, subject: Subject, exercises: &[Exercise]) -> Result<Self> {
        collect(project.root(), &[&format!("{}/{ACTIVATIONS}/", subject.name())], exercises)
    }

    /// Adds a file, or replaces it.
    pub fn put(&mut self, exercise: &str, text: &str) {
        let written = Written { path: format!("{exercise}.rs"), content: text.as_bytes().to_vec() };
        self.files.insert(exercise.to_owned(), written);
    }

    /// The path of an exercise's file, and the line at which to open it.
    ///
    /// That is the line of the `todo!`, or else the one where `forward` begins.
    pub fn place(&self, exercise: &Exercise) -> (String, Option<usize>) {
        let Some(written) = self.files.get(&exercise.name) else {
            return (self.home.clone() + &exercise.file(), None);
        };
        let text = String::from_utf8_lossy(&written.content);
        let line = |wanted: &str| {
            let is_code = |line: &str| line.contains(wanted) && !line.trim_start().starts_with("//");
            text.lines().position(is_code).map(|before| before + 1)
        };
        (written.path.clone(), line("todo!(").or_else(|| line("fn forward")))
    }
}

fn collect(folder: &Path, places: &[&str], exercises: &[Exercise]) -> Result<Submission> {
    let mut files = BTreeMap::new();
    let mut ignored = Vec::new();
    for exercise in exercises {
        for path in places.iter().map(|place| Path::new(place).join(exercise.file())) {
            let file = path.to_string_lossy().replace('\\', "/");
            match take(folder, &path)? {
                Found::Nothing => {}
                Found::Content(content) => {
                    files.insert(exercise.name.clone(), Written { path: file, content });
                    break;
                }
                Found::Unfit(why) => ignored.push(Ignored { file, why }),
            }
        }
    }
    Ok(Submission { files, ignored, home: places[0].to_owned(), ..Submission::default() })
}

/// Whether a submission's file of this name is read, or named as left out.
pub fn is_of_interest(file: &str, exercises: &[Exercise]) -> bool {
    let is_config = file == "config.toml" || file == "config";
    is_config || BUILD_FILES.contains(&file) || exercises.iter().any(|exercise| exercise.file() == file)
}

enum Found {
    Nothing,
    Content(Vec<u8>),
    Unfit(&'static str),
}

/// The content of a regular file of a sensible size, to which no link leads.
fn take(folder: &Path, path: &Path) -> Result<Found> {
    let mut place = folder.to_owned();
    let mut length = 0;
    for part in path {
        place.push(part);
        match fs::symlink_metadata(&place) {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(Found::Nothing);
            }
            found => {
                let found = found.with_context(|| format!("cannot read {}", path.display()))?;
                if found.is_symlink() {
                    return Ok(Found::Unfit("a link is not followed"));
                }
                if place == folder.join(path) && !found.is_file() {
                    return Ok(Found::Unfit("not a regular file"));
                }
                length = found.len();
            }
        }
    }
    if length > LARGEST {
        return Ok(Found::Unfit("larger than a MiB"));
    }
    fs::read(&place).map(Found::Content).with_context(|| format!("cannot read {}", path.display()))
}

/// Files that would say how to build, if anyone listened.
fn build_files(folder: &Path) -> Vec<Ignored> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    let mut seen = 0;
    while let Some(inner) = folders.pop() {
        // What can't be read is left out, too.
        for entry in fs::read_dir(&inner).into_iter().flatten().flatten() {
            seen += 1;
            let name = entry.file_name();
            let within = entry.path().strip_prefix(folder).map(Path::to_owned).unwrap_or_default();
            let is_config = inner.ends_with(".cargo") && (name == "config.toml" || name == "config");
            if is_config || BUILD_FILES.iter().any(|file| name == *file) {
                let file = untrusted::plain(&within.to_string_lossy(), 100);
                found.push(Ignored { file, why: "the grader builds in its own way" });
            } else if entry.file_type().is_ok_and(|kind| kind.is_dir())
                && within.components().count() < DEEPEST
                && !SKIPPED.iter().any(|skipped| name == *skipped)
            {
                folders.push(entry.path());
            }
            if seen == MOST_ENTRIES {
                return found;
            }
        }
    }
    found.sort_by(|a, b| a.file.cmp(&b.file));
    found
}

/// The folder itself, or the one folder in it where there is nothing else, as downloads often have it.
fn inner(folder: &Path) -> PathBuf {
    let mut inner = folder.to_owned();
    for _ in 0..3 {
        let visible: Vec<fs::DirEntry> = fs::read_dir(&inner)
            .into_iter()
            .flatten()
            .flatten()
            .filter(|entry| !entry.file_name().to_string_lossy().starts_with(['.', '_']))
            .collect();
        match &visible[..] {
            [only] if only.file_type().is_ok_and(|kind| kind.is_dir()) && !is_place(only) => {
                inner = only.path();
            }
            _ => break,
        }
    }
    inner
}

/// Whether exercises are looked for in a folder of this name.
fn is_place(folder: &fs::DirEntry) -> bool {
    ["activations", "src", "exercises"].iter().any(|place| folder.file_name() == *place)
}

#[cfg(feature = "class")]
fn one_file(path: &Path, exercises: &[Exercise]) -> Result<Submission> {
    let unpacked = archive::unpack(path, exercises)?;
    Submission::read(unpacked.path(), exercises)
}

#[cfg(not(feature = "class"))]
fn one_file(path: &Path, _: &[Exercise]) -> Result<Submission> {
    anyhow::bail!("`{}` is no folder", path.display())
}

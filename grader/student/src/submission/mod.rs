//! What somebody wrote: the exercises' files, and what is said of others.
//!
//! - `folder`: folders and files that somebody else may change while they are read
//! - `left`: what is left out, and why
//! - `words`, `todo`: what a file holds, without compiling it
//! - `text`: a file's content where it is kept

#[cfg(unix)]
pub mod folder;
#[cfg(not(unix))]
#[path = "folder_elsewhere.rs"]
pub mod folder;
pub mod left;
mod text;
mod todo;
mod words;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Read};

use anyhow::{Context, Result};
use grader::compiler::is_end_of;
use grader::project::Project;
use grader::rubric::Exercise;
use serde::{Deserialize, Serialize};

use self::folder::Folder;
use self::left::Left;
use crate::given;
use crate::mirror::files;
use crate::run::Crate;

pub use left::{Ignored, sentences as left_out};
pub use todo::has_code_beside_todo;
pub use words::{brackets, words};

/// Largest file that is taken for an exercise, in bytes; an exercise has some thousands.
pub const LARGEST: u64 = 1 << 20;

/// What an entry of a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A folder.
    Folder,
    /// A regular file.
    File,
    /// A link, to whatever.
    Link,
    /// A pipe, a socket, a device.
    Other,
}

/// A file that was taken for an exercise's, although it has another name, place or encoding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The exercise's name.
    pub exercise: String,
    /// Where the file was found.
    pub file: String,
    /// What it was taken for, and how it was read.
    pub note: String,
}

/// A file that a learner wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Where it was found, as it can be shown.
    pub path: String,
    /// What the compiler gets: UTF-8, but for a learner's own tree.
    #[serde(with = "text")]
    pub content: Vec<u8>,
}

/// The files that a learner wrote, by the exercise's name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Those that are there.
    pub files: BTreeMap<String, Written>,
    /// Those of `files` that were not simply found under their names in a usual place.
    pub taken: Vec<Taken>,
    /// Exercises that more than one file could be, and these files.
    pub ambiguous: BTreeMap<String, Vec<String>>,
    /// What is left out, and why.
    pub ignored: Vec<Ignored>,
    /// What was looked for and is not there, and what is there instead, in one line.
    pub absent: String,
    /// The crate whose files they are, where they are one's own.
    #[serde(skip)]
    own: Option<Crate>,
    /// Where it is instead, by the exercise's name.
    #[serde(skip)]
    moved: BTreeMap<String, String>,
}

impl Submission {
    /// The exercises' files in one of the workspace's own crates.
    ///
    /// # Errors
    /// Where a file can't be read.
    pub fn own(project: &Project, subject: Crate, exercises: &[Exercise]) -> Result<Self> {
        let mut submission = Self { own: Some(subject), ..Self::default() };
        let mut left = Left::default();
        for exercise in exercises {
            let path = submission.home(exercise);
            match own_file(project, &path).with_context(|| format!("cannot read {path}"))? {
                Some(Ok(content)) => {
                    submission.files.insert(exercise.name.clone(), Written { path, content });
                }
                Some(Err(why)) => left.add(&path, why),
                None => {}
            }
        }
        submission.ignored = left.shown();
        let is_gone = |exercise: &&Exercise| !submission.files.contains_key(&exercise.name);
        let gone: Vec<&Exercise> = exercises.iter().filter(is_gone).collect();
        let given = if gone.is_empty() { BTreeMap::new() } else { given::files_of(project)? };
        for exercise in gone {
            let crate_folder = project.root().join(subject.name());
            let source = exercise.source();
            // A given file of this name, in another folder, is where it belongs.
            let may_be = |path: &String| is_named(path, source.name()) && !given.contains_key(path);
            let elsewhere = files(&crate_folder)?.into_iter().find(may_be);
            let elsewhere = elsewhere.map(|name| format!("{}/{name}", subject.name()));
            submission.moved.extend(elsewhere.map(|place| (exercise.name.clone(), place)));
        }
        Ok(submission)
    }

    /// Adds a file, or replaces it.
    pub fn put(&mut self, exercise: &Exercise, text: &str) {
        let written = Written { path: exercise.file(), content: text.as_bytes().to_vec() };
        self.files.insert(exercise.name.clone(), written);
    }

    /// Where an exercise's file is expected, as it is shown.
    fn home(&self, exercise: &Exercise) -> String {
        self.own.map_or_else(|| exercise.file(), |own| format!("{}/{}", own.name(), exercise.source().path()))
    }

    /// The path of an exercise's file, and the line at which to open it.
    ///
    /// That is the line of the `todo!`, or else the one where `forward` begins.
    pub fn place(&self, exercise: &Exercise) -> (String, Option<usize>) {
        let Some(written) = self.files.get(&exercise.name) else {
            return (self.home(exercise), None);
        };
        let text = String::from_utf8_lossy(&written.content);
        let line = |wanted: &str| {
            let is_code = |line: &str| line.contains(wanted) && !line.trim_start().starts_with("//");
            text.lines().position(is_code).map(|before| before + 1)
        };
        (written.path.clone(), line("todo!(").or_else(|| line("fn forward")))
    }

    /// Says why there is no file of an exercise.
    pub fn why_missing(&self, exercise: &Exercise) -> String {
        match self.left_out(exercise) {
            Some(left) => format!("{} was left out: {}", left.file, left.why),
            None => match self.moved.get(&exercise.name) {
                Some(place) => format!("there is no {} in its folder, but {place}", exercise.file()),
                None => format!("there is no {}", exercise.file()),
            },
        }
    }

    /// Says how a learner gets a missing file back in their own tree; none where there is nothing to get back
    /// by this, as in what was handed in.
    ///
    /// A file that was left out is there: the untouched one would be written through a link.
    pub fn how_to_get_back(&self, exercise: &Exercise) -> Option<String> {
        let is_gone = self.own == Some(Crate::Exercises) && self.left_out(exercise).is_none();
        is_gone.then(|| match self.moved.get(&exercise.name) {
            Some(place) => format!("Move it back: mv {place} {}", self.home(exercise)),
            None => format!("To get it back, untouched: cargo reset {}", exercise.name),
        })
    }

    fn left_out(&self, exercise: &Exercise) -> Option<&Ignored> {
        let home = self.home(exercise);
        self.ignored.iter().find(|left| is_end_of(&home, &left.file))
    }

    /// Whether nothing was found that could be an exercise.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.ambiguous.is_empty()
    }

    /// Says what was looked for and what there is instead, in one line: the reason why a submission is
    /// empty.
    pub fn why_empty(&self) -> &str {
        &self.absent
    }
}

/// Whether a path ends in this name, outside of build products.
fn is_named(path: &str, name: &str) -> bool {
    path.rsplit('/').next() == Some(name) && !path.starts_with("target/")
}

/// The content of an exercise's file, or why it is left out; none where there is no file.
fn own_file(project: &Project, path: &str) -> io::Result<Option<Result<Vec<u8>, &'static str>>> {
    let path = project.root().join(path);
    let (Some(folder), Some(name)) = (path.parent().filter(|folder| folder.is_dir()), path.file_name())
    else {
        return Ok(None);
    };
    let (folder, name) = (Folder::open(folder)?, OsString::from(name));
    Ok(match folder.find(&name)? {
        None => None,
        Some(EntryKind::File) => Some(match folder.file(&name)? {
            Some(file) => read_at_most(file, LARGEST)?.ok_or(left::TOO_LARGE),
            None => Err(left::LINK),
        }),
        Some(EntryKind::Link) => Some(Err(left::LINK)),
        Some(EntryKind::Folder | EntryKind::Other) => Some(Err(left::NOT_REGULAR)),
    })
}

/// All that a reader gives, or none where that is more than `most` bytes.
///
/// # Errors
/// Where it can't be read.
pub fn read_at_most(reader: impl Read, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut content = Vec::new();
    reader.take(most + 1).read_to_end(&mut content)?;
    Ok((content.len() as u64 <= most).then_some(content))
}

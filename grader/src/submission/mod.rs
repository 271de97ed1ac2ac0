//! What somebody handed in: which of its files are the exercises.
//!
//! - `folder`: folders and files that somebody else may change while they are read
//! - `bounds`: how much of a submission is looked at
//! - `finder`: looks through folders and archives for files that may be exercises
//! - `archive`: reads .zip and .tar.gz in memory
//! - `kind`: what a file may be, by its name alone
//! - `code`: what a file's code says of it
//! - `decode`: a file's bytes as text
//! - `choose`: which of several files is an exercise
//! - `left`: what is left out, and why
//!
//! A class, a single submission and a comparison all come through here, so that the same files are found
//! in each.

#[cfg(feature = "class")]
mod archive;
mod bounds;
mod choose;
mod code;
mod decode;
mod finder;
#[cfg(unix)]
mod folder;
#[cfg(not(unix))]
#[path = "folder_elsewhere.rs"]
mod folder;
mod kind;
mod left;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Serialize;

use self::bounds::{LARGEST, read_at_most};
use self::finder::Finder;
use self::folder::Folder;
use self::kind::{Content, Kind};
use self::left::{Left, shown_path};
use crate::project::{ACTIVATIONS, Project};
use crate::rubric::Exercise;
use crate::run::Subject;

pub use bounds::Bounds;
pub use left::{Ignored, sentences as left_out};

/// So many Rust files that are no exercises may be exercises under other names; more are a workspace.
const MOST_STRANGERS: usize = 8;

/// A file that was taken for an exercise's, although it has another name, place or encoding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The exercise's name.
    pub exercise: String,
    /// Where the file was found.
    pub file: String,
    /// What it was taken for, and how it was read.
    pub note: String,
}

/// A file that a learner wrote.
#[derive(Debug, Clone)]
pub struct Written {
    /// Where it was found, as it can be shown.
    pub path: String,
    /// What the compiler gets: UTF-8, but for a learner's own tree.
    pub content: Vec<u8>,
}

/// The files that a learner wrote, by the exercise's name.
#[derive(Debug, Clone, Default)]
pub struct Submission {
    /// Those that are there.
    pub files: BTreeMap<String, Written>,
    /// Those of `files` that were not simply found under their names in a usual place.
    pub taken: Vec<Taken>,
    /// Exercises that more than one file could be, and these files.
    pub ambiguous: BTreeMap<String, Vec<String>>,
    /// What is left out, and why.
    pub ignored: Vec<Ignored>,
    /// What was looked for and is not there, and what is there instead.
    absent: String,
    /// Where a file that is not there would be expected.
    home: String,
}

impl Submission {
    /// Finds the exercises' files in a folder, in an archive, or in one file.
    ///
    /// Folders and archives are looked through to the bottom, within bounds. Only regular files are read,
    /// and no link is followed, not even one that `path` itself is.
    ///
    /// # Errors
    /// Where `path` does not exist, or can't be opened.
    pub fn read(path: &Path, exercises: &[Exercise]) -> Result<Self> {
        Self::read_within(&[path.to_owned()], exercises, Bounds::USUAL)
    }

    /// The same for several files, folders and archives that belong to one person. What can't be opened
    /// among them is left out, and named.
    ///
    /// # Errors
    /// As [`read`](Self::read), where there is only one.
    pub fn read_many(paths: &[PathBuf], exercises: &[Exercise]) -> Result<Self> {
        Self::read_within(paths, exercises, Bounds::USUAL)
    }

    /// The same, within other bounds.
    ///
    /// # Errors
    /// As [`read_many`](Self::read_many).
    pub fn read_within(paths: &[PathBuf], exercises: &[Exercise], bounds: Bounds) -> Result<Self> {
        let mut finder = Finder::new(exercises, bounds);
        for path in paths {
            let name = shown_path(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
            let at = if let [_] = paths { "" } else { &name };
            match look_through(&mut finder, path, &name, at) {
                Err(error) if paths.len() > 1 => {
                    finder.left.add(&name, &format!("{error:#}").replace("\nhint:", ":"))
                }
                looked => looked?,
            }
        }
        Ok(finished(finder))
    }

    /// The exercises' files in one of the workspace's own crates.
    ///
    /// # Errors
    /// Where a file can't be read.
    pub fn own(project: &Project, subject: Subject, exercises: &[Exercise]) -> Result<Self> {
        let home = home(subject);
        let mut submission = Self { home: home.clone(), ..Self::default() };
        let mut left = Left::default();
        let folder = project.root().join(&home);
        if folder.is_dir() {
            let folder = Folder::open(&folder).with_context(|| format!("cannot read {home}"))?;
            for exercise in exercises {
                let path = home.clone() + &exercise.file();
                match own_file(&folder, exercise).with_context(|| format!("cannot read {path}"))? {
                    Some(Ok(content)) => {
                        submission.files.insert(exercise.name.clone(), Written { path, content });
                    }
                    Some(Err(why)) => left.add(&path, why),
                    None => {}
                }
            }
        }
        submission.ignored = left.shown();
        Ok(submission)
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

    /// Says why there is no file of an exercise.
    pub fn why_missing(&self, exercise: &Exercise) -> String {
        match self.left_out(exercise) {
            Some(left) => format!("{} was left out: {}", left.file, left.why),
            None => format!("there is no {}", exercise.file()),
        }
    }

    /// Says how a learner gets a missing file back in their own tree; none where there is nothing to get back
    /// by this, as in what was handed in.
    ///
    /// A file that was left out is there: the untouched one would be written through a link.
    pub fn how_to_get_back(&self, exercise: &Exercise) -> Option<String> {
        let is_own = self.home == home(Subject::Exercises);
        let is_gone = is_own && self.left_out(exercise).is_none();
        is_gone.then(|| format!("To get it back, untouched: cargo make reset -- {}", exercise.name))
    }

    fn left_out(&self, exercise: &Exercise) -> Option<&Ignored> {
        let file = exercise.file();
        self.ignored.iter().find(|left| left.file.rsplit('/').next() == Some(&file))
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

/// The folder of a crate's exercises, in the workspace.
fn home(subject: Subject) -> String {
    format!("{}/{ACTIVATIONS}/", subject.name())
}

/// Looks through what lies at `path`. `at` is its name in the submission, if there is more than one.
fn look_through(finder: &mut Finder, path: &Path, name: &str, at: &str) -> Result<()> {
    // Without a slash at the end, which would open what a link leads to.
    let path: PathBuf = path.components().collect();
    let found = match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let names: Vec<String> = finder.exercises.iter().map(Exercise::file).collect();
            bail!(
                "submission `{}` does not exist\nhint: name a folder, an archive or a file that holds {}",
                shown_path(&path.to_string_lossy()),
                names.join(", ")
            );
        }
        found => found.with_context(|| format!("cannot read {name}"))?,
    };
    if found.is_dir() {
        let folder = Folder::open(&path).with_context(|| format!("cannot read {name}"))?;
        finder.folder(&folder, &if at.is_empty() { String::new() } else { format!("{at}/") });
        return Ok(());
    }
    if found.is_symlink() {
        bail!("`{name}` is a link\nhint: name what it leads to");
    }
    let file = if found.is_file() {
        folder::file(&path).with_context(|| format!("cannot read {name}"))?
    } else {
        None
    };
    let Some(file) = file else { bail!("`{name}` is neither a folder nor a regular file\nhint: name one") };
    match kind::content("", name) {
        Content::Archive(format) => match finder.archive(format, Box::new(file), at, 0) {
            Err(why) => bail!("{name} is {why}\nhint: hand in the files, or an archive that opens"),
            Ok(()) => Ok(()),
        },
        _ => {
            if finder.is_of_interest(name) {
                finder.opened(name, file);
            }
            Ok(())
        }
    }
}

/// Chooses among what was found, and says what was not.
fn finished(mut finder: Finder) -> Submission {
    finder.forget_graders();
    let exercises = finder.exercises;
    let mut submission = choose::choose(finder.candidates, exercises, &mut finder.left);
    let missing: Vec<String> = exercises
        .iter()
        .filter(|exercise| !submission.files.contains_key(&exercise.name))
        .filter(|exercise| !submission.ambiguous.contains_key(&exercise.name))
        .map(Exercise::file)
        .collect();
    // A helper beside an exercise is missed when that does not compile; any other file may be a
    // misnamed exercise where one is missing.
    let folders: Vec<&str> =
        submission.files.values().map(|written| choose::folder_of(&written.path)).collect();
    let are_few = finder.strangers.len() <= MOST_STRANGERS;
    for stranger in &finder.strangers {
        let file = stranger.rsplit('/').next().unwrap_or(stranger);
        let is_given = ["mod.rs", "lib.rs", "main.rs"].contains(&file);
        let may_be_one = !missing.is_empty() && are_few;
        if !is_given && (may_be_one || folders.contains(&choose::folder_of(stranger))) {
            finder.left.add(stranger, left::STRANGER);
        }
    }
    submission.ignored = finder.left.shown();
    submission.absent = absent(&missing, &finder.seen, &submission.ignored);
    submission
}

/// Such as `no relu.rs or tanh.rs; there are notes.pdf, main.rs`.
fn absent(missing: &[String], (seen, count): &(Vec<String>, usize), ignored: &[Ignored]) -> String {
    let names = match missing {
        [] => return String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} or {last}", before.join(", ")),
    };
    let reason = |file: &String| {
        let left = ignored.iter().find(|left| left.file == *file && left.why != left::BUILD);
        left.map(|left| left.why.as_str())
    };
    let seen: Vec<String> = seen.iter().map(|file| shown_path(file)).collect();
    // Several files in a row that are left out for one reason share its words.
    let with_reasons = seen.iter().enumerate().map(|(number, file)| {
        let why = reason(file).filter(|why| seen.get(number + 1).and_then(reason) != Some(why));
        why.map_or_else(|| file.clone(), |why| format!("{file} ({why})"))
    });
    let seen: Vec<String> = with_reasons.collect();
    let more = if *count > seen.len() { format!(" and {} more", count - seen.len()) } else { String::new() };
    match (&seen[..], ignored) {
        ([], [first, ..]) => format!("no {names}; there is {} ({})", first.file, first.why),
        ([], []) => format!("no {names}; there are no files at all"),
        ([only], _) => format!("no {names}; there is {only}{more}"),
        (seen, _) => format!("no {names}; there are {}{more}", seen.join(", ")),
    }
}

/// The content of an exercise's file, or why it is left out; none where there is no file.
fn own_file(folder: &Folder, exercise: &Exercise) -> io::Result<Option<Result<Vec<u8>, &'static str>>> {
    let name = OsString::from(exercise.file());
    Ok(match folder.find(&name)? {
        None => None,
        Some(Kind::File) => Some(match folder.file(&name)? {
            Some(file) => read_at_most(file, LARGEST)?.ok_or(left::TOO_LARGE),
            None => Err(left::LINK),
        }),
        Some(Kind::Link) => Some(Err(left::LINK)),
        Some(Kind::Folder | Kind::Other) => Some(Err(left::NOT_REGULAR)),
    })
}

//! What somebody handed in: which of its files are the exercises.
//!
//! - `bounds`: how much of a submission is looked at
//! - `finder`: looks through folders and archives for files that may be exercises
//! - `archive`: reads .zip and .tar.gz in memory
//! - `kind`: what a file may be, by its name alone
//! - `code`: what a file's code says of it
//! - `decode`: a file's bytes as text
//! - `choose`: which of several files is an exercise
//!
//! A class, a single submission and a comparison all come through here, so that the same files are found
//! in each.

mod archive;
mod bounds;
mod choose;
mod code;
mod decode;
mod finder;
mod kind;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use grader::rubric::{Exercise, Track};
use student::submission::folder::{self, Folder};
use student::submission::left::{self, shown_path};
use student::submission::{Ignored, Submission};

use self::finder::Finder;
use self::kind::Content;

pub use bounds::Bounds;

/// So many Rust files that are no exercises may be exercises under other names; more are a workspace.
const MOST_STRANGERS: usize = 8;

/// Finds the exercises' files in a folder, in an archive, or in one file.
///
/// Folders and archives are looked through to the bottom, within bounds. Only regular files are read,
/// and no link is followed, not even one that `path` itself is.
///
/// # Errors
/// Where `path` does not exist, or can't be opened.
pub fn read(path: &Path, exercises: &[Exercise]) -> Result<Submission> {
    read_within(&[path.to_owned()], exercises, Bounds::USUAL)
}

/// The same for several files, folders and archives that belong to one person. What can't be opened
/// among them is left out, and named.
///
/// # Errors
/// As [`read`], where there is only one.
pub fn read_many(paths: &[PathBuf], exercises: &[Exercise]) -> Result<Submission> {
    read_within(paths, exercises, Bounds::USUAL)
}

/// The same, within other bounds.
///
/// # Errors
/// As [`read_many`].
pub fn read_within(paths: &[PathBuf], exercises: &[Exercise], bounds: Bounds) -> Result<Submission> {
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

/// Looks through what lies at `path`. `at` is its name in the submission, if there is more than one.
fn look_through(finder: &mut Finder, path: &Path, name: &str, at: &str) -> Result<()> {
    // Without a slash at the end, which would open what a link leads to.
    let path: PathBuf = path.components().collect();
    let found = match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let names: Vec<String> = of_the_core(finder.exercises).map(Exercise::file).collect();
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
    let missing: Vec<String> = of_the_core(exercises)
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

/// What is missed where it is not there: nobody has to hand in what is beyond.
fn of_the_core(exercises: &[Exercise]) -> impl Iterator<Item = &Exercise> {
    exercises.iter().filter(|exercise| exercise.track == Track::Core)
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

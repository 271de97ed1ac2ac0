//! What is left out of a submission, and why.

use std::io;

use serde::{Deserialize, Serialize};

use grader::sanitize;

/// A link may lead anywhere.
pub const LINK: &str = "a link is not followed";
/// A pipe, a device.
pub const NOT_REGULAR: &str = "not a regular file";
/// An exercise has some thousand bytes.
pub const TOO_LARGE: &str = "larger than a MiB";
/// Below folder after folder.
pub const TOO_DEEP: &str = "too many folders deep";
/// Nothing of a submission says how it is built.
pub const BUILD: &str = "the grader builds in its own way";
/// An archive of another kind than .zip and .tar.gz.
pub const UNOPENABLE: &str = "cannot be opened: hand in .zip, .tar.gz or the files";
/// Which part is which exercise can't be known.
pub const SEVERAL: &str = "holds several exercises: hand in one file an exercise";
/// A file beside an exercise.
pub const STRANGER: &str = "is no exercise's file";

/// How many files are kept at all, listed for one reason, and named in a sentence.
const MOST_KEPT: usize = 10_000;
const MOST_LISTED: usize = 100;
const MOST_NAMED: usize = 5;

/// A file of a submission that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ignored {
    /// Where it was found, relative to the submission's folder.
    pub file: String,
    /// Why it is left out.
    pub why: String,
}

/// All of them, with paths as they were found.
#[derive(Debug, Default)]
pub struct Left(Vec<Ignored>);

impl Left {
    /// One more.
    pub fn add(&mut self, path: &str, why: &str) {
        if self.0.len() < MOST_KEPT {
            self.0.push(Ignored { file: path.to_owned(), why: why.to_owned() });
        }
    }

    /// Only those whose paths are wanted stay.
    pub fn retain(&mut self, is_wanted: impl Fn(&str) -> bool) {
        self.0.retain(|left| is_wanted(&left.file));
    }

    /// All of them as they can be shown, one reason after the other, and of each not too many.
    pub fn shown(self) -> Vec<Ignored> {
        let mut shown = Vec::new();
        for (why, files) in by_reason(&self.0) {
            let listed = files.iter().take(MOST_LISTED);
            shown.extend(listed.map(|file| Ignored { file: shown_path(file), why: shown_path(why) }));
            if files.len() > MOST_LISTED {
                let file = format!("{} more files", files.len() - MOST_LISTED);
                shown.push(Ignored { file, why: shown_path(why) });
            }
        }
        shown
    }
}

/// A path that somebody else chose, as it can be shown in a line.
pub fn shown_path(path: &str) -> String {
    sanitize::plain(path, 200).replace(['\n', '\t'], " ")
}

/// Why something can't be read.
pub fn unreadable(error: &io::Error) -> String {
    match error.raw_os_error() {
        // What an archive's reader says of itself is worded for people; paths are in nothing of it.
        None => error.to_string(),
        Some(_) => format!("cannot be read: {error}"),
    }
}

/// What was left out in sentences, one a reason.
pub fn sentences(ignored: &[Ignored]) -> Vec<String> {
    let sentence = |(why, files): (&str, Vec<&str>)| {
        let more = files.len().saturating_sub(MOST_NAMED);
        let names = match (more, why) {
            (0, _) => files.join(", "),
            (_, BUILD) => format!("{} build files", files.len()),
            _ => format!("{}, and {more} more", files[..MOST_NAMED].join(", ")),
        };
        format!("Left out: {names} ({why}).")
    };
    by_reason(ignored).into_iter().map(sentence).collect()
}

/// Files by the reasons why they are left out, in the order in which these come up first.
fn by_reason(ignored: &[Ignored]) -> Vec<(&str, Vec<&str>)> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for Ignored { file, why } in ignored {
        match reasons.iter_mut().find(|(known, _)| known == why) {
            Some((_, files)) => files.push(file),
            None => reasons.push((why, vec![file])),
        }
    }
    reasons
}

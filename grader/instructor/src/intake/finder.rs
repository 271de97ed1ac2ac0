//! Looks through folders and archives for files that may be exercises.

use std::ffi::OsString;
use std::fs::File;
use std::io::{Read, Seek};

use super::archive;
use super::bounds::{Bounds, Budget, DEEPEST, MOST_NESTED, Metered};
use super::code::Code;
use super::decode::decode;
use super::kind::{self, Content, Fit, Format};
use grader::rubric::{Exercise, Track};
use student::submission::folder::Folder;
use student::submission::left::{self, Left};
use student::submission::{EntryKind, LARGEST, read_at_most};

/// How many names of other files are kept, to be shown where nothing is found.
const MOST_SEEN: usize = 6;

/// A file that may be an exercise.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The exercise's name.
    pub exercise: String,
    /// Where it was found.
    pub path: String,
    /// What stands in it.
    pub text: String,
    /// In which encoding, where that is not UTF-8.
    pub encoding: Option<&'static str>,
    /// How well its name fits.
    pub fit: Fit,
    /// What its code says.
    pub code: Code,
}

/// What is found, as it is found.
pub struct Finder<'a> {
    /// What is looked for.
    pub exercises: &'a [Exercise],
    /// How much may still be looked at.
    pub budget: Budget,
    /// Files that may be exercises.
    pub candidates: Vec<Candidate>,
    /// Rust files that are none.
    pub strangers: Vec<String>,
    /// What is left out, and why.
    pub left: Left,
    /// The first names of all that was seen, and how many there are.
    pub seen: (Vec<String>, usize),
    /// Folders of graders that were handed out: nothing in them is a learner's.
    graders: Vec<String>,
}

/// Something that an archive can be read from.
pub trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

impl<'a> Finder<'a> {
    /// Nothing is found yet.
    pub fn new(exercises: &'a [Exercise], bounds: Bounds) -> Self {
        Self {
            exercises,
            budget: Budget::new(bounds),
            candidates: Vec::new(),
            strangers: Vec::new(),
            left: Left::default(),
            seen: (Vec::new(), 0),
            graders: Vec::new(),
        }
    }

    /// Looks through a folder and all that is in it. `path` is where it lies in the submission: empty,
    /// or with a slash at its end.
    pub fn folder(&mut self, folder: &Folder, path: &str) {
        let entries = match folder.entries(self.budget.entries()) {
            Ok(entries) => entries,
            Err(error) => return self.left.add(path, &left::unreadable(&error)),
        };
        let mut inner = Vec::new();
        for entry in entries {
            if let Err(why) = self.budget.entry() {
                return self.stop(path, why);
            }
            let name = entry.name.to_string_lossy().into_owned();
            let at = format!("{path}{name}");
            match entry.kind {
                _ if kind::is_shadow(&name) => {}
                EntryKind::Folder if kind::is_skipped(&name) => {}
                EntryKind::Folder => inner.push((entry.name, at)),
                EntryKind::Link => self.left.add(&at, left::LINK),
                EntryKind::Other => self.left.add(&at, left::NOT_REGULAR),
                EntryKind::File => self.file_in(folder, &entry.name, &at),
            }
        }
        // Files first: what lies on top is read even where what lies below is too much.
        for (name, at) in inner {
            if at.matches('/').count() >= DEEPEST {
                self.left.add(&at, left::TOO_DEEP);
                continue;
            }
            match folder.folder(&name) {
                Ok(folder) => self.folder(&folder, &(at + "/")),
                Err(error) => self.left.add(&at, &left::unreadable(&error)),
            }
            if self.budget.is_used_up().is_some() {
                return;
            }
        }
    }

    fn file_in(&mut self, folder: &Folder, name: &OsString, at: &str) {
        if !self.is_of_interest(at) {
            return;
        }
        match folder.file(name) {
            Ok(Some(file)) => self.opened(at, file),
            Ok(None) => self.left.add(at, left::LINK),
            Err(error) => self.left.add(at, &left::unreadable(&error)),
        }
    }

    /// Takes a regular file for what its name says.
    pub fn opened(&mut self, at: &str, file: File) {
        match content_of(at) {
            Content::Rust => {
                let file = Metered::new(file, &self.budget);
                self.rust(at, file);
            }
            Content::Archive(format) => {
                if let Err(why) = self.archive(format, Box::new(file), at, 0) {
                    self.left.add(at, &why);
                }
            }
            _ => {}
        }
    }

    /// Whether a file has to be opened. What is known of the others is noted.
    pub fn is_of_interest(&mut self, at: &str) -> bool {
        self.seen.1 += 1;
        if self.seen.0.len() < MOST_SEEN {
            self.seen.0.push(at.to_owned());
        }
        match content_of(at) {
            Content::Rust | Content::Archive(_) => return true,
            Content::Build => self.left.add(at, left::BUILD),
            Content::Unopenable => self.left.add(at, left::UNOPENABLE),
            Content::Suite => {
                let grader = at.rsplitn(3, '/').nth(2).unwrap_or_default();
                if grader.rsplit('/').next() == Some("grader") {
                    self.graders.push(grader.to_owned());
                }
            }
            Content::Nothing => {}
        }
        false
    }

    /// Looks through an archive, which lies in `nested` others.
    ///
    /// # Errors
    /// Says why it can't be opened.
    pub fn archive(
        &mut self,
        format: Format,
        source: Box<dyn Source>,
        at: &str,
        nested: usize,
    ) -> Result<(), String> {
        if nested >= MOST_NESTED {
            return Err("an archive in too many others".to_owned());
        }
        archive::open(self, format, source, at, nested)
    }

    /// Reads a Rust file, and keeps it where it may be an exercise.
    pub fn rust(&mut self, at: &str, reader: impl Read) {
        let name = at.rsplit('/').next().unwrap_or(at);
        let (named, fit) = kind::exercises_of(name, self.exercises);
        let content = match read_at_most(reader, LARGEST) {
            Ok(Some(content)) => content,
            Ok(None) => return self.left.add(at, left::TOO_LARGE),
            Err(error) => return self.left.add(at, &left::unreadable(&error)),
        };
        let (text, encoding) = decode(&content);
        let code = Code::of(&text);
        let declared = self.exercises.iter().filter(|exercise| code.declares(exercise));
        let declared: Vec<&Exercise> = declared.collect();
        let core: Vec<&Exercise> =
            declared.iter().copied().filter(|exercise| exercise.track == Track::Core).collect();
        let may_be = match (&named[..], &core[..], &declared[..]) {
            ([_, ..], _, _) => meant(at, &named, &declared).into_iter().zip([fit, Fit::Type]).collect(),
            // What is beyond the core is not to cost it.
            (_, [only], _) | (_, [], [only]) => vec![(*only, Fit::Type)],
            (_, _, []) => return self.strangers.push(at.to_owned()),
            _ => return self.left.add(at, left::SEVERAL),
        };
        if let [(only, _)] = may_be[..]
            && declared.iter().any(|other| other.name != only.name)
        {
            self.left.add(at, &format!("only {} is taken from it: one file an exercise", only.title));
        }
        if let Err(why) = self.budget.keep(text.len() * may_be.len()) {
            return self.left.add(at, why);
        }
        // Of two entries of an archive with one name, the later one is what unpacking would leave.
        self.candidates.retain(|other| other.path != at);
        for (exercise, fit) in may_be {
            let (exercise, path) = (exercise.name.clone(), at.to_owned());
            let (text, code) = (text.clone(), code.clone());
            self.candidates.push(Candidate { exercise, path, text, encoding, fit, code });
        }
    }

    /// Notes that not everything was looked at.
    pub fn stop(&mut self, at: &str, why: &str) {
        let at = if at.is_empty() { "some files" } else { at };
        self.left.add(at, &format!("not looked through: {why}"));
    }

    /// Forgets what belongs to a grader that was handed out, with its own files of the exercises' names.
    pub fn forget_graders(&mut self) {
        let is_own = |path: &str| {
            let within =
                |grader: &String| path.strip_prefix(&**grader).is_some_and(|rest| rest.starts_with('/'));
            !self.graders.iter().any(within)
        };
        self.candidates.retain(|candidate| is_own(&candidate.path));
        self.strangers.retain(|path| is_own(path));
        self.left.retain(is_own);
    }
}

/// Of several exercises with files of this name, the one whose folder the file lies in, or else the one whose type it
/// declares, or else the first. Where it lies in the folder of one and declares the type of another, it may be either.
fn meant<'a>(at: &str, named: &[&'a Exercise], declared: &[&Exercise]) -> Vec<&'a Exercise> {
    let folder = at.rsplit('/').nth(1).unwrap_or_default();
    let is_there = |exercise: &&&Exercise| exercise.source().folder().eq_ignore_ascii_case(folder);
    let is_declared = |exercise: &&&Exercise| declared.iter().any(|other| other.name == exercise.name);
    let of_this_type: Vec<&Exercise> = named.iter().filter(is_declared).copied().collect();
    let by_type = if let [only] = of_this_type[..] { Some(only) } else { None };
    match (named.iter().find(is_there).copied(), by_type) {
        (Some(there), Some(other)) if there.name != other.name => vec![there, other],
        (Some(one), _) | (None, Some(one)) => vec![one],
        (None, None) => named.first().copied().into_iter().collect(),
    }
}

fn content_of(at: &str) -> Content {
    let mut parts = at.rsplit('/');
    let file = parts.next().unwrap_or_default();
    kind::content(parts.next().unwrap_or_default(), file)
}

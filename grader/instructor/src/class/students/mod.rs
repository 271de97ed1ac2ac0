//! Who handed in what: the entries of a folder, grouped by person.
//!
//! A folder or an archive is a student's by its name. Files that a course system named are grouped by the
//! student in their names, and of several uploads under one name the last counts. Everything else belongs to
//! nobody, and is named.
//!
//! - `label`, `gradescope`: what course systems say of it
//! - `person`: who a student is, and how the name is shown

mod gradescope;
pub mod label;
pub mod person;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use crate::class::verdicts::fingerprint;
use crate::intake;
use grader::rubric::Exercise;
use gradescope::{METADATA, Submitters};
use label::{Bearer, Label, System};
use person::Person;
use student::submission::Submission;

/// Archives that can be opened, and archives that cannot, by the ends of their names.
const ARCHIVES: [&str; 3] = [".zip", ".tar.gz", ".tgz"];
const OTHER_ARCHIVES: [&str; 12] = [
    ".rar", ".7z", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".tar.zst", ".tar", ".gz", ".xz", ".bz2", ".zipx",
];

/// Largest file of Gradescope's that is read, in bytes; it has a few hundred for each student.
const LARGEST_METADATA: u64 = 64 << 20;

/// Somebody who handed something in.
#[derive(Debug)]
pub struct Student {
    /// Who it is.
    pub person: Person,
    /// What of it counts.
    pub handed: Vec<Handed>,
    /// Why nothing of it is graded.
    problem: Option<String>,
}

/// A file or a folder that somebody handed in.
#[derive(Debug, Clone)]
pub struct Handed {
    /// Where it is.
    pub path: PathBuf,
    /// Its name, as it is.
    pub name: String,
    /// What its name says, where a course system wrote it.
    pub label: Option<Label>,
}

/// Something that belongs to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stray {
    /// Its name, as it can be shown.
    pub name: String,
    /// What it is.
    pub what: String,
    /// Whether somebody may have handed it in.
    pub may_be_work: bool,
}

/// What a folder of submissions holds.
#[derive(Debug)]
pub struct Found {
    /// In order of their names.
    pub students: Vec<Student>,
    /// In order of their names.
    pub strays: Vec<Stray>,
}

/// One entry of the folder.
struct Piece {
    path: PathBuf,
    /// Its name, as it can be shown.
    name: String,
    label: Option<Label>,
    opens: bool,
}

impl From<Piece> for Handed {
    fn from(piece: Piece) -> Self {
        let name = person::exact(piece.path.file_name().unwrap_or_default());
        Self { path: piece.path, name, label: piece.label }
    }
}

/// Finds the students of a folder.
///
/// # Errors
/// Where the folder can't be read, or nobody is in it.
pub fn find(folder: &Path, exercises: &[Exercise]) -> Result<Found> {
    ensure!(
        folder.is_dir(),
        "`{}` is no folder\nhint: name the folder that holds one folder or archive for each student",
        folder.display()
    );
    let mut entries: Vec<(PathBuf, FileType)> = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        entries.push((entry.path(), entry.file_type()?));
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    let export = export_of(folder, &entries);
    let mut groups: BTreeMap<String, Vec<Piece>> = BTreeMap::new();
    let mut strays = Vec::new();
    for (path, kind) in entries {
        let exact = person::exact(path.file_name().unwrap_or_default());
        let name = person::shown(&exact);
        match owner(&exact, kind) {
            Owner::Nobody { what, may_be_work } => {
                if exact != METADATA || export.is_empty() {
                    strays.push(Stray { name, what: what.to_owned(), may_be_work });
                }
            }
            Owner::Student { key, label, opens } => {
                groups.entry(key).or_default().push(Piece { path, name, label, opens });
            }
        }
    }
    if groups.is_empty() {
        bail!("{}", nobody(folder, &strays, exercises));
    }
    let mut students: Vec<Student> =
        groups.into_iter().map(|(key, pieces)| Student::new(key, pieces, &export, exercises)).collect();
    person::tell_apart(students.iter_mut().map(|student| &mut student.person));
    students.sort_by(|a, b| a.person.cmp(&b.person));
    Ok(Found { students, strays })
}

/// Whose an entry is.
enum Owner {
    Student { key: String, label: Option<Label>, opens: bool },
    Nobody { what: &'static str, may_be_work: bool },
}

fn owner(name: &str, kind: FileType) -> Owner {
    let nobody = |what, may_be_work| Owner::Nobody { what, may_be_work };
    if name.starts_with('.') {
        return nobody("hidden", false);
    }
    if name == "__MACOSX" {
        return nobody("made by macOS beside an archive", false);
    }
    if kind.is_symlink() {
        return nobody("a link, which is not followed", true);
    }
    if !kind.is_dir() && !kind.is_file() {
        return nobody("neither a file nor a folder", true);
    }
    let end = |ends: &[&str]| {
        let small = name.to_ascii_lowercase();
        let end = ends.iter().find(|end| small.ends_with(**end) && small.len() > end.len());
        kind.is_file().then(|| end.map(|end| &name[..name.len() - end.len()])).flatten()
    };
    let (archive, other) = (end(&ARCHIVES), end(&OTHER_ARCHIVES));
    let whole = if kind.is_dir() { Some(name) } else { archive.or(other) };
    let bearer = match whole {
        Some(_) if kind.is_dir() => Bearer::Folder,
        Some(_) => Bearer::Archive,
        None => Bearer::Part,
    };
    let opens = archive.is_some() || other.is_none();
    match (Label::read(name, bearer), whole) {
        (Some(label), _) => Owner::Student { key: label.key(), label: Some(label), opens },
        (None, Some(whole)) => Owner::Student { key: whole.to_owned(), label: None, opens },
        (None, None) if name == METADATA => nobody("names no submission of this folder", false),
        (None, None) => nobody("a file that is nobody's", name.to_ascii_lowercase().ends_with(".rs")),
    }
}

/// What Gradescope says of the folders that are there.
fn export_of(folder: &Path, entries: &[(PathBuf, FileType)]) -> BTreeMap<String, Submitters> {
    let path = folder.join(METADATA);
    let is_regular = entries.iter().any(|(other, kind)| *other == path && kind.is_file());
    let fits = fs::metadata(&path).is_ok_and(|metadata| metadata.len() <= LARGEST_METADATA);
    if !is_regular || !fits {
        return BTreeMap::new();
    }
    let mut export = gradescope::read(&String::from_utf8_lossy(&fs::read(&path).unwrap_or_default()));
    export.retain(|name, _| entries.iter().any(|(path, _)| path.file_name() == Some(OsStr::new(name))));
    export
}

/// Why there is nobody to grade, and what to do.
fn nobody(folder: &Path, strays: &[Stray], exercises: &[Exercise]) -> String {
    let is_exercise =
        |stray: &Stray| exercises.iter().any(|e| e.source().name().eq_ignore_ascii_case(&stray.name));
    let shown = folder.display();
    if strays.iter().any(is_exercise) {
        return format!(
            "`{shown}` holds one person's exercises, and no folder or archive for each student\n\
             hint: `grade --submission {shown}` grades them"
        );
    }
    let names: Vec<&str> = strays.iter().map(|stray| stray.name.as_str()).take(5).collect();
    let there = match &names[..] {
        [] => "is empty".to_owned(),
        names => format!("holds no folder and no archive, but {}", names.join(", ")),
    };
    format!(
        "nobody handed anything in: `{shown}` {there}\n\
         hint: it should hold one folder, .zip or .tar.gz for each student, or what Canvas, Moodle or Gradescope \
         put into it"
    )
}

impl Student {
    fn new(
        key: String,
        mut pieces: Vec<Piece>,
        export: &BTreeMap<String, Submitters>,
        exercises: &[Exercise],
    ) -> Self {
        let (mut person, mut problem) = (Person::new(key), None);
        if let Some(submitters) = export.get(&person.key) {
            person.name = person::shown(&submitters.names.join(", "));
            person.id = person::shown(&submitters.numbers.join(", "));
            person.email = person::shown(&submitters.emails.join(", "));
            person.submitted = person::shown(&submitters.submitted);
            person.system = Some(System::Gradescope);
        }
        if pieces.iter().any(|piece| piece.label.is_some()) {
            let replaced = keep_latest(&mut pieces, exercises);
            person.remark = said_of(&replaced);
        } else if pieces.len() > 1 {
            problem = Some(format!(
                "more than one submission: {}\nhint: leave the one that counts",
                names(&pieces).join(", ")
            ));
        }
        for label in pieces.iter().filter_map(|piece| piece.label.as_ref()) {
            person.name = person::shown(if label.name.is_empty() { &label.id } else { &label.name });
            person.id = if label.id.starts_with("anon_") { String::new() } else { label.id.clone() };
            person.system = Some(label.system);
            person.late |= label.late;
        }
        if pieces.iter().all(|piece| !piece.opens) {
            problem.get_or_insert(format!(
                "{} cannot be opened\nhint: hand in a .zip, a .tar.gz or the files",
                names(&pieces).join(", ")
            ));
        }
        Self { person, handed: pieces.into_iter().map(Handed::from).collect(), problem }
    }

    /// A digest of what was handed in; none where it can't be read.
    pub fn files(&self, exercises: &[Exercise]) -> Option<String> {
        fingerprint::submission(&self.read(exercises).ok()?).ok()
    }

    /// Reads what was handed in.
    ///
    /// # Errors
    /// Where it can't be told which submission counts, or it can't be read.
    pub fn read(&self, exercises: &[Exercise]) -> Result<Submission> {
        if let Some(problem) = &self.problem {
            bail!("{problem}");
        }
        let sources: Vec<PathBuf> = self.handed.iter().map(|handed| handed.path.clone()).collect();
        intake::read_many(&sources, exercises)
    }
}

/// Leaves the last upload under each name, and returns the others behind those that replaced them. Two exercises may
/// have files of one name, of which neither replaces the other.
fn keep_latest(pieces: &mut Vec<Piece>, exercises: &[Exercise]) -> Vec<(String, Vec<String>)> {
    let is_shared = |name: &str| {
        let of_this_name = |exercise: &&Exercise| exercise.source().name().trim_end_matches(".rs") == name;
        exercises.iter().filter(of_this_name).count() > 1
    };
    let original = |piece: &Piece| {
        let name = piece.label.as_ref().map(|label| label.original.to_lowercase())?;
        let is_alone = !is_shared(name.trim_end_matches(".rs"));
        let read = if is_alone { None } else { intake::read(&piece.path, exercises).ok() };
        Some((name, read.and_then(|read| read.files.into_keys().next())))
    };
    let version = |piece: &Piece| piece.label.as_ref().map(|label| label.version);
    pieces.sort_by_cached_key(|piece| (original(piece), version(piece), piece.name.clone()));
    let mut latest: Vec<Piece> = Vec::new();
    let mut replaced: Vec<(String, Vec<String>)> = Vec::new();
    for piece in pieces.drain(..) {
        match latest.last_mut() {
            // A folder of Moodle's bears no name but the student's, so nothing replaces it.
            Some(last)
                if original(last) == original(&piece)
                    && original(&piece).is_some_and(|(name, _)| !name.is_empty()) =>
            {
                let earlier = std::mem::replace(last, piece);
                match replaced.last_mut() {
                    Some((by, names)) if *by == earlier.name => {
                        names.push(earlier.name);
                        *by = last.name.clone();
                    }
                    _ => replaced.push((last.name.clone(), vec![earlier.name])),
                }
            }
            _ => latest.push(piece),
        }
    }
    *pieces = latest;
    replaced
}

/// Says which uploads count, such as `later of 2: relu-1.rs counts, and not relu.rs`.
fn said_of(replaced: &[(String, Vec<String>)]) -> String {
    let said = replaced.iter().map(|(by, earlier)| {
        let which = if earlier.len() == 1 { "later" } else { "last" };
        format!("{which} of {}: {by} counts, and not {}", earlier.len() + 1, earlier.join(", "))
    });
    said.collect::<Vec<_>>().join("; ")
}

fn names(pieces: &[Piece]) -> Vec<&str> {
    pieces.iter().map(|piece| piece.name.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Canvas numbers the second file of a name, as it does a file that replaces another.
    #[test]
    fn of_two_exercises_with_files_of_one_name_neither_replaces_the_other() {
        let slope =
            "title = \"ReLUSlope\"\nfile = \"slopes/relu.rs\"\nchapter = 9\ntolerance = 0.0\ncheck = []";
        let slope = Exercise { name: "relu_slope".into(), ..toml::from_str(slope).expect("an exercise") };
        let relu = Exercise { name: "relu".into(), title: "ReLU".into(), ..Exercise::default() };
        let exercises = [relu, slope];
        let class = tempfile::tempdir().expect("a folder");
        for (name, text) in [
            ("doejane_1234_2001_relu.rs", "struct ReLU; // the first"),
            ("doejane_1234_2002_relu-1.rs", "struct ReLUSlope;"),
            ("doejane_1234_2003_relu-2.rs", "struct ReLU;"),
        ] {
            fs::write(class.path().join(name), text).expect("written");
        }
        let students = find(class.path(), &exercises).expect("they are found").students;
        let read = students[0].read(&exercises).expect("it is read");
        let paths: Vec<&str> = read.files.values().map(|written| written.path.as_str()).collect();
        assert_eq!(paths, ["doejane_1234_2003_relu-2.rs", "doejane_1234_2002_relu-1.rs"]);
        let remark = &students[0].person.remark;
        assert_eq!(
            remark,
            "later of 2: doejane_1234_2003_relu-2.rs counts, and not doejane_1234_2001_relu.rs"
        );
    }
}

//! Which files of a folder count, and what stands in for those that are missing.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::project::{ACTIVATIONS, Project};
use crate::rubric::Exercise;
use crate::stubs;

use super::subject::Subject;

/// Where in a submission's folder the exercises may lie, in the order in which they are looked for.
const PLACES: [&str; 4] = ["", "activations", ACTIVATIONS, "exercises/src/activations"];

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
    /// Where one that is not there would be expected.
    home: String,
}

impl Submission {
    /// The exercises' files in `folder`, or in a folder below it where they usually lie.
    ///
    /// Only regular files of the exercises' names are read. A folder without any is a submission
    /// of nothing.
    ///
    /// # Errors
    /// Where `folder` is absent or no folder, or a file can't be read.
    pub fn read(folder: &Path, exercises: &[Exercise]) -> Result<Self> {
        if !folder.is_dir() {
            let what = if folder.exists() { "is no folder" } else { "does not exist" };
            let names: Vec<String> = exercises.iter().map(Exercise::file).collect();
            bail!(
                "submission `{}` {what}\nhint: name the folder that holds {}",
                folder.display(),
                names.join(", ")
            );
        }
        collect(folder, &PLACES, exercises)
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
    for exercise in exercises {
        let mut candidates = places.iter().map(|place| Path::new(place).join(exercise.file()));
        if let Some(path) = candidates.find(|path| is_regular(&folder.join(path))) {
            let content = std::fs::read(folder.join(&path))
                .with_context(|| format!("cannot read {}", path.display()))?;
            let path = path.to_string_lossy().replace('\\', "/");
            files.insert(exercise.name.clone(), Written { path, content });
        }
    }
    Ok(Submission { files, home: places[0].to_owned() })
}

/// A regular file and not a link to one.
fn is_regular(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|found| found.is_file())
}

/// The untouched file of an exercise.
///
/// # Errors
/// Where the solution it is made from can't be read, or its markers do not match.
pub fn stub(project: &Project, exercise: &Exercise) -> Result<String> {
    let path = project.solutions().join(ACTIVATIONS).join(exercise.file());
    let solution =
        std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    stubs::strip(&solution).with_context(|| format!("cannot make a stub of {}", path.display()))
}

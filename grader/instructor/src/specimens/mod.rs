//! Specimens: what somebody might hand in, with which the suite itself is tested.
//!
//! A right or wrong specimen lies in `grader/instructor/specimens/<kind>/<exercise>/<name>.rs` and says in the
//! `//!` lines at its top what must come of it:
//!
//! ```text
//! //! fails: computes_the_example, keeps_nan     or `all`; every other check has to pass
//! //! diagnosis: leaky                           or `none`
//! //! deadline: usual                            for one that hangs and proves the real deadline
//! ```
//!
//! One in the folder `uncompiled` says only `diagnosis`: what its compile error means, or `none`.
//!
//! Where the seed or the exercise decides which checks fail, it says `fails: some`, with the names of those that
//! fail in any case. Below that stands the body of `forward`, which the stub that students get is put around,
//! or a whole file.
//!
//! In the folder `any`, which stands for every exercise that has the checks it names, a body may call
//! `self.right(x)`: the reference's answer. One that takes rows apart says `takes: single values`, and stands for no
//! function of rows.

mod header;
pub mod hostile;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use grader::project::Project;
use grader::rubric::Exercise;
use student::stubs;

pub use header::{Header, blessed};

/// The folder of all specimens.
pub fn folder(project: &Project) -> PathBuf {
    project.root().join("grader/instructor/specimens")
}

/// What a specimen is a specimen of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An honest way to write the exercise: full marks.
    Right,
    /// A slip: it has to be caught.
    Wrong,
    /// It does not compile: what that means has to be said, or nothing.
    Uncompiled,
}

/// Every kind.
pub const KINDS: [Kind; 3] = [Kind::Right, Kind::Wrong, Kind::Uncompiled];

impl Kind {
    /// The name of its folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::Uncompiled => "uncompiled",
        }
    }
}

/// Which checks must fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fails {
    /// These, by name; all others must pass.
    These(BTreeSet<String>),
    /// These and perhaps others; one in any case.
    Some(BTreeSet<String>),
}

/// Something that is handed in, and what must come of it.
#[derive(Debug, Clone)]
pub struct Specimen {
    /// What it is a specimen of.
    pub kind: Kind,
    /// The exercise's name.
    pub exercise: String,
    /// The file's name without `.rs`, behind `any/` where it stands for every exercise.
    pub name: String,
    /// Where it is kept.
    pub path: PathBuf,
    /// The file that is handed in.
    pub text: String,
    /// What must come of it.
    pub header: Header,
}

impl Specimen {
    /// Whether it calls another exercise's code, and so needs the reference beside it.
    pub fn calls_a_neighbour(&self) -> bool {
        let code = self.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        code.into_iter().any(|line| line.contains("functional::") || line.contains("activations::"))
    }

    /// Whether it stands for every exercise.
    pub fn is_generic(&self) -> bool {
        self.name.starts_with(ANY)
    }

    /// Its name among all specimens: `kind/exercise/name`.
    pub fn label(&self) -> String {
        format!("{}/{}/{}", self.kind.name(), self.exercise, self.name)
    }
}

/// The folder of specimens that stand for every exercise.
const ANY: &str = "any";

/// Every specimen of an exercise that is of one of these kinds, in order of their names.
///
/// # Errors
/// Where one can't be read, or does not say what must come of it.
pub fn read(project: &Project, exercise: &Exercise, kinds: &[Kind]) -> Result<Vec<Specimen>> {
    let path = project.solutions().join(exercise.source().path());
    let solution = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let known: BTreeSet<String> = exercise.checks.iter().map(|check| check.name.clone()).collect();
    let has_no_hidden = !exercise.checks.iter().any(|check| check.hidden);
    let mut specimens = Vec::new();
    for &kind in kinds {
        for place in [exercise.name.as_str(), ANY] {
            for path in files(&folder(project).join(kind.name()).join(place))? {
                let context = || format!("specimen {}", path.display());
                let kept = fs::read_to_string(&path).with_context(context)?;
                // Where nothing is hidden, a specimen that only a hidden check catches is none.
                if place == ANY && has_no_hidden && !header::names_only(&kept, &known) {
                    continue;
                }
                if place == ANY && exercise.is_of_rows() && header::takes_rows_apart(&kept) {
                    continue;
                }
                let header = header::parse(kind, &kept, &known).with_context(context)?;
                let mut name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let mut text = whole_file(&kept, &solution).with_context(context)?;
                if place == ANY {
                    name = format!("{ANY}/{name}");
                    let body = stubs::body(&solution).context("the reference has no body")?;
                    let right = format!("fn right(&self, x: &Tensor) -> Tensor {{{body}}}");
                    text += &format!("\nimpl {} {{\n    {right}\n}}\n", exercise.title);
                }
                specimens.push(Specimen { kind, exercise: exercise.name.clone(), name, path, text, header });
            }
        }
    }
    Ok(specimens)
}

/// The files of a folder, in order; none where there is no folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// What is handed in: the specimen itself, or the exercise's file with the specimen for its body.
fn whole_file(kept: &str, solution: &str) -> Result<String> {
    if kept.contains("impl Layer for ") {
        return Ok(kept.to_owned());
    }
    let body: String = kept.split_inclusive('\n').filter(|line| !line.starts_with("//!")).collect();
    ensure!(!body.trim().is_empty(), "it has no body");
    stubs::with_body(solution, body.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_stands_in_the_file_that_students_get() {
        let solution =
            "struct A;\nimpl Layer for A {\n    // BEGIN SOLUTION\n    secret\n    // END SOLUTION\n}\n";
        let file = whole_file("//! A slip.\n//!\n//! fails: all\n\nx.clone()\n", solution).expect("a body");
        assert_eq!(file, "struct A;\nimpl Layer for A {\n    x.clone()\n}\n");
        let whole = "//! A slip.\nimpl Layer for A {}\n";
        assert_eq!(whole_file(whole, solution).expect("a file"), whole);
        assert!(whole_file("//! Nothing.\n", solution).is_err());
    }
}

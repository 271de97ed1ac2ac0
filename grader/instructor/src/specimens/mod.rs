//! Specimens: whole files that somebody might hand in, with which the suite itself is tested.
//!
//! A right or wrong specimen lies in `grader/instructor/specimens/<kind>/<exercise>/<name>.rs` and says in the `//!`
//! lines at its top what must come of it:
//!
//! ```text
//! //! fails: computes_the_example, keeps_nan     or `all`; every other check has to pass; or `some`,
//! //!                                            where the seed decides which, and one has to fail
//! //! diagnosis: leaky                           or `none`
//! //! deadline: usual                            for one that hangs and proves the real deadline
//! ```

pub mod hostile;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use grader::project::Project;
use grader::rubric::Exercise;

/// The folder of all specimens.
pub fn folder(project: &Project) -> PathBuf {
    project.root().join("grader/instructor/specimens")
}

/// What a specimen is a specimen of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An honest way to write the exercise: full marks.
    Right,
    /// A slip: it has to be caught.
    Wrong,
}

/// Which checks must fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fails {
    /// These, by name; all others must pass.
    These(BTreeSet<String>),
    /// At least one, whichever the seed makes fail.
    Some,
}

/// A file, and what must come of it.
#[derive(Debug, Clone)]
pub struct Specimen {
    /// What it is a specimen of.
    pub kind: Kind,
    /// The exercise's name.
    pub exercise: String,
    /// The file's name without `.rs`.
    pub name: String,
    /// The file.
    pub text: String,
    /// The checks that must fail.
    pub fails: Fails,
    /// The key of the diagnosis that must be made; `None` where none may be.
    pub diagnosis: Option<String>,
    /// Whether it hangs and has to be waited for as long as a learner's code would be.
    pub usual_deadline: bool,
}

impl Specimen {
    /// Whether it calls another exercise's code, and so needs the reference beside it.
    pub fn calls_a_neighbour(&self) -> bool {
        let code = self.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        code.into_iter().any(|line| line.contains("functional::") || line.contains("activations::"))
    }
}

/// Every right and wrong specimen of an exercise, in order of their names.
///
/// # Errors
/// Where a folder is missing or empty, or a specimen does not say what must come of it.
pub fn read(folder: &Path, exercise: &Exercise) -> Result<Vec<Specimen>> {
    let mut specimens = Vec::new();
    for (kind, name) in [(Kind::Right, "right"), (Kind::Wrong, "wrong")] {
        for (file, text) in files(&folder.join(name).join(&exercise.name))? {
            let context = format!("specimen {name}/{}/{file}", exercise.name);
            specimens.push(parse(kind, exercise, file, text).context(context)?);
        }
    }
    Ok(specimens)
}

/// The files of a folder, by their names without `.rs`; there has to be one.
fn files(folder: &Path) -> Result<Vec<(String, String)>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    ensure!(!paths.is_empty(), "no specimens in {}", folder.display());
    paths
        .into_iter()
        .map(|path| {
            let text =
                fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok((path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), text))
        })
        .collect()
}

fn parse(kind: Kind, exercise: &Exercise, name: String, text: String) -> Result<Specimen> {
    let known: BTreeSet<String> = exercise.checks.iter().map(|check| check.name.clone()).collect();
    let says = header(&text);
    let field = |wanted: &str| says.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
    if (kind, field("fails")) == (Kind::Wrong, Some("some")) {
        return Ok(Specimen {
            kind,
            exercise: exercise.name.clone(),
            name,
            fails: Fails::Some,
            diagnosis: field("diagnosis").filter(|key| *key != "none").map(str::to_owned),
            usual_deadline: false,
            text,
        });
    }
    let fails: BTreeSet<String> = match (kind, field("fails")) {
        (Kind::Right, None) => BTreeSet::new(),
        (Kind::Wrong, Some("all")) => known.clone(),
        (Kind::Wrong, Some(names)) => names.split(',').map(|name| name.trim().to_owned()).collect(),
        (Kind::Right, Some(_)) => bail!("a right specimen fails nothing"),
        (Kind::Wrong, None) => bail!("no line `//! fails: …`"),
    };
    if let Some(unknown) = fails.difference(&known).next() {
        bail!("`{unknown}` is no check of {}", exercise.name);
    }
    ensure!(fails.is_empty() == (kind == Kind::Right), "a wrong specimen has to fail something");
    let diagnosis = match (kind, field("diagnosis")) {
        (Kind::Right, None) | (Kind::Wrong, Some("none")) => None,
        (Kind::Wrong, Some(key)) => Some(key.to_owned()),
        (Kind::Right, Some(_)) => bail!("a right specimen gets no diagnosis"),
        (Kind::Wrong, None) => bail!("no line `//! diagnosis: …`"),
    };
    let usual_deadline = match field("deadline") {
        None => false,
        Some("usual") => true,
        Some(other) => bail!("`{other}` is no deadline\nhint: `usual`, or no line at all"),
    };
    let fails = Fails::These(fails);
    Ok(Specimen { kind, exercise: exercise.name.clone(), name, text, fails, diagnosis, usual_deadline })
}

/// The `key: value` lines of a file's `//!` header; an indented line goes on with the one before.
fn header(text: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in text.lines().map_while(|line| line.strip_prefix("//!")) {
        let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase());
        match (line.strip_prefix("  "), line.trim().split_once(':')) {
            (Some(rest), _) => {
                if let Some((_, value)) = fields.last_mut() {
                    *value += " ";
                    *value += rest.trim();
                }
            }
            (None, Some((key, value))) if is_key(key) => fields.push((key.into(), value.trim().into())),
            _ => {}
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use grader::rubric::Check;

    fn exercise() -> Exercise {
        let check = |name: &str| Check { name: name.into(), points: 1, hint: "try".into(), hidden: false };
        Exercise {
            name: "relu".into(),
            title: "ReLU".into(),
            checks: vec![check("a"), check("b"), check("c")],
            ..Exercise::default()
        }
    }

    fn parsed(kind: Kind, text: &str) -> Result<Specimen> {
        parse(kind, &exercise(), "name".into(), text.into())
    }

    #[test]
    fn a_specimen_says_what_must_come_of_it() {
        let text = "//! A slip: of the pen.\n//!\n//! fails: a,\n//!     b\n//! diagnosis: none\nuse x;\n//! fails: c\n";
        let specimen = parsed(Kind::Wrong, text).expect("it says all");
        assert_eq!(specimen.fails, Fails::These(["a".into(), "b".into()].into()));
        assert_eq!((specimen.diagnosis, specimen.usual_deadline), (None, false));
        let honest = parsed(Kind::Right, "//! Honest.\n").expect("it says all");
        assert_eq!(honest.fails, Fails::These(BTreeSet::new()));
        let drawn = parsed(Kind::Wrong, "//! Rare.\n//!\n//! fails: some\n").expect("it says all");
        assert_eq!((drawn.fails, drawn.diagnosis), (Fails::Some, None));
    }

    #[test]
    fn a_specimen_that_says_too_little_or_nonsense_is_refused() {
        for text in [
            "",
            "//! fails: a",
            "//! fails: z\n//! diagnosis: none",
            "//! fails: a\n//! diagnosis: x\n//! deadline: soon",
        ] {
            assert!(parsed(Kind::Wrong, text).is_err(), "{text}");
        }
        assert!(parsed(Kind::Right, "//! fails: a").is_err());
    }
}

//! Submissions that attack whoever grades them.
//!
//! A hostile specimen lies in `grader/instructor/specimens/hostile/<name>.rs`. Where its attack works it answers
//! like the reference, and earns points; where it is contained it earns none. Besides what it tries,
//! it says at its top:
//!
//! ```text
//! //! ends: refused               how each check may end: statuses of the report
//! //! unchecked: panicked         the same where nobody looks for forbidden words before compiling: such a
//! //!                             specimen is graded twice, once with each of two protections alone
//! //! deadline: usual             for one that proves the real deadlines
//! //! as: link                    for one that is more, or less, than a file: see [`HandedIn`]
//! ```

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail, ensure};

use super::header::fields;
use grader::outcome::Status;
use grader::rubric::{Exercise, Rubric};

/// How a hostile file is handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandedIn {
    /// As a file.
    File,
    /// As a link to a file.
    Link,
    /// In a folder that is a link.
    LinkedFolder,
    /// With a hundred MB behind it.
    HundredMegabytes,
    /// As a pipe that nobody writes to.
    Pipe,
    /// With a manifest, a build script, a toolchain and a configuration beside it.
    Project,
}

/// A file, and what must come of it.
#[derive(Debug, Clone)]
pub struct Hostile {
    /// The file's name without `.rs`.
    pub name: String,
    /// The exercise it stands in for: the one whose type it defines.
    pub exercise: String,
    /// The file.
    pub text: String,
    /// How each check may end.
    pub ends: BTreeSet<Status>,
    /// How each check may end where nobody has looked for forbidden words; none where that is all the same.
    pub unchecked: Option<BTreeSet<Status>>,
    /// Whether it has to be waited for as long as a learner's code would be.
    pub usual_deadline: bool,
    /// How it is handed in.
    pub handed_in: HandedIn,
}

/// Every hostile specimen, in order of their names.
///
/// # Errors
/// Where the folder is missing or empty, or a specimen does not say what must come of it.
pub fn read(folder: &Path, rubric: &Rubric) -> Result<Vec<Hostile>> {
    let paths = super::files(&folder.join("hostile"))?;
    ensure!(!paths.is_empty(), "there are no hostile specimens in {}", folder.display());
    paths
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let context = format!("specimen hostile/{name}");
            let text = fs::read_to_string(&path).with_context(|| context.clone())?;
            parse(rubric, name, text).context(context)
        })
        .collect()
}

fn parse(rubric: &Rubric, name: String, text: String) -> Result<Hostile> {
    let says = fields(&text);
    let field = |wanted: &str| says.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
    let ends = statuses(field("ends").context("no line `//! ends: …`")?)?;
    let unchecked = field("unchecked").map(statuses).transpose()?;
    let handed_in = match field("as") {
        None => HandedIn::File,
        Some("link") => HandedIn::Link,
        Some("linked-folder") => HandedIn::LinkedFolder,
        Some("hundred-megabytes") => HandedIn::HundredMegabytes,
        Some("pipe") => HandedIn::Pipe,
        Some("project") => HandedIn::Project,
        Some(other) => bail!("`{other}` is no way to hand something in"),
    };
    let defines = |exercise: &&Exercise| text.contains(&format!("pub struct {};", exercise.title));
    let exercise = rubric.exercises.iter().find(defines).context("it defines no exercise's type")?;
    let usual_deadline = field("deadline") == Some("usual");
    Ok(Hostile { name, exercise: exercise.name.clone(), text, ends, unchecked, usual_deadline, handed_in })
}

fn statuses(words: &str) -> Result<BTreeSet<Status>> {
    let status = |word: &str| {
        let word = serde_json::Value::from(word.trim());
        serde_json::from_value(word.clone()).map_err(|_| anyhow!("{word} is no status"))
    };
    words.split(',').map(status).collect()
}

impl Hostile {
    /// What it tries, in a sentence.
    pub fn tries(&self) -> &str {
        self.text.lines().next().unwrap_or_default().trim_start_matches("//!").trim()
    }

    /// Puts the specimen into an empty folder, as it would be handed in; `beside` is another one,
    /// for what it links to.
    ///
    /// # Errors
    /// Where something can't be written, or this system has no pipes or links.
    pub fn hand_in(&self, folder: &Path, beside: &Path) -> Result<()> {
        let file = format!("{}.rs", self.exercise);
        let write = |path: &Path, text: &str| {
            let parent = path.parent().unwrap_or(folder);
            fs::create_dir_all(parent).and_then(|()| fs::write(path, text))
        };
        match self.handed_in {
            HandedIn::File => write(&folder.join(file), &self.text)?,
            HandedIn::Link => {
                write(&beside.join(&file), &self.text)?;
                link(&beside.join(&file), &folder.join(&file))?;
            }
            HandedIn::LinkedFolder => {
                write(&beside.join(&file), &self.text)?;
                link(beside, &folder.join("activations"))?;
            }
            HandedIn::HundredMegabytes => {
                let mut into = fs::File::create(folder.join(file))?;
                into.write_all(self.text.as_bytes())?;
                into.set_len(100_000_000)?;
            }
            HandedIn::Pipe => {
                let made = Command::new("mkfifo").arg(folder.join(file)).status()?;
                ensure!(made.success(), "cannot make a pipe");
            }
            HandedIn::Project => {
                write(&folder.join("exercises/src/activations").join(file), &self.text)?;
                write(
                    &folder.join("Cargo.toml"),
                    "[package]\nname = \"nn\"\nbuild = \"build.rs\"\n[[test]]\nname = \"suite\"\nharness = false\n",
                )?;
                write(
                    &folder.join("exercises/build.rs"),
                    "fn main() { println!(\"cargo::rustc-cfg=hostile\") }\n",
                )?;
                write(
                    &folder.join("exercises/Cargo.toml"),
                    "[package]\nname = \"exercises\"\nbuild = \"build.rs\"\n",
                )?;
                write(&folder.join("rust-toolchain.toml"), "[toolchain]\nchannel = \"nightly\"\n")?;
                write(
                    &folder.join(".cargo/config.toml"),
                    "[build]\nrustflags = [\"--cfg=hostile\"]\n[target.'cfg(all())']\nrunner = \"true\"\n",
                )?;
            }
        }
        Ok(())
    }
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(not(unix))]
fn link(_to: &Path, _at: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

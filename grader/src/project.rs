//! Where things are in the workspace.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::rubric::Exercise;

/// A file that only this workspace has.
const LANDMARK: &str = "grader/suite/common.toml";

/// The shared suite's folder.
const SUITE: &str = "grader/suite";

/// A learner's examples, in each of the two crates. They are the learner's own: nothing is graded by them.
pub const EXAMPLES: &str = "examples.toml";

/// A copy of `exercises/src` as it was handed out, in a workspace without solutions.
pub const STUBS: &str = "grader/stubs";

/// A copy of `exercises/Cargo.toml` as it was handed out. It has another name, because cargo would take the
/// folder for a crate.
pub const KEPT_MANIFEST: &str = "grader/stubs/exercises.toml";

/// The workspace, by its top folder.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The workspace around the current folder, or else the one that `cargo run` was told to use.
    ///
    /// # Errors
    /// Where neither is a workspace of this kind.
    pub fn find() -> Result<Self> {
        let here = std::env::current_dir()?;
        let told = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let folders = here.ancestors().chain(told.iter().flat_map(|folder| folder.ancestors()));
        match folders.into_iter().find(|folder| folder.join(LANDMARK).is_file()) {
            Some(root) => Ok(Self { root: root.to_owned() }),
            None => bail!("no `{LANDMARK}` in this folder or above it\nhint: run this inside the workspace"),
        }
    }

    /// The workspace that this program was built in.
    pub fn of_this_build() -> Self {
        let grader = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self { root: grader.parent().unwrap_or(grader).to_owned() }
    }

    /// The top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The learner's crate.
    pub fn exercises(&self) -> PathBuf {
        self.root.join("exercises")
    }

    /// The reference crate.
    pub fn solutions(&self) -> PathBuf {
        self.root.join("solutions")
    }

    /// The shared suite: exercises, checks, points and hints.
    pub fn suite(&self) -> PathBuf {
        self.root.join(SUITE)
    }

    /// What an exercise's function is, at some thousands of points.
    pub fn table(&self, exercise: &str) -> PathBuf {
        self.suite().join(exercise).join("table.csv")
    }

    /// The same between these points, as polynomials.
    pub fn pieces(&self, exercise: &str) -> PathBuf {
        self.suite().join(exercise).join("pieces.csv")
    }

    /// Build products of the whole workspace.
    pub fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.root.join("target"), |folder| self.root.join(folder))
    }

    /// What the grader keeps between two runs.
    pub fn scratch(&self) -> PathBuf {
        self.target().join("grader")
    }

    /// What the grader keeps for the learner: copies of what was reset, and which hints were shown.
    ///
    /// Not in the target folder, because `cargo clean` must lose nothing of anybody's; with a dot, and
    /// ignored by git, because it is nothing to hand in.
    pub fn kept(&self) -> PathBuf {
        self.root.join(".kept")
    }

    /// The file of an exercise in the learner's crate.
    pub fn exercise(&self, exercise: &Exercise) -> PathBuf {
        self.exercises().join(exercise.source().path())
    }

    /// Waits until no other grading runs in this workspace; the next one waits for the file.
    ///
    /// # Errors
    /// Where the target folder can't be written.
    pub fn lock(&self) -> Result<File> {
        let folder = self.scratch();
        fs::create_dir_all(&folder).with_context(|| format!("cannot write to {}", folder.display()))?;
        let lock = File::create(folder.join("lock"))?;
        if lock.try_lock().is_err() {
            eprintln!("Waiting for another grading in this workspace …");
            lock.lock()?;
        }
        Ok(lock)
    }
}

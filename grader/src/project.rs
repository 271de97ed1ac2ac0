//! Where things are in the workspace.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// A file that only this workspace has.
const LANDMARK: &str = "grader/rubric.toml";

/// The folder that holds the activations, in each of the two crates.
pub const ACTIVATIONS: &str = "src/activations";

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

    /// Exercises, checks, points and hints.
    pub fn rubric(&self) -> PathBuf {
        self.root.join(LANDMARK)
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
}

//! Where the suite's program lies, for as long as nothing that it is built from has changed.
//!
//! Between two gradings a learner changes nothing but exercises. Cargo finds out that the worker is all that has to be
//! built in half the time when it is not asked about the grader's own programs, too.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use start::sources;

use crate::atomic_write;
use grader::project::Project;

/// The program that an earlier build left.
#[derive(Serialize, Deserialize)]
struct Kept {
    program: PathBuf,
    /// When building it began, by the clock of the file system: what was written later may not be in it.
    begun: SystemTime,
}

/// The suite's program as it was built last; none where its sources are newer, or it is gone.
pub fn kept(project: &Project) -> Option<PathBuf> {
    let kept: Kept = serde_json::from_slice(&fs::read(place(project)).ok()?).ok()?;
    let is_fresh = kept.program.is_file() && sources::newest(project.root()) < kept.begun;
    is_fresh.then_some(kept.program)
}

/// A build of the suite that has begun.
pub struct Begun<'a> {
    project: &'a Project,
    at: SystemTime,
}

impl<'a> Begun<'a> {
    /// Notes the time.
    ///
    /// # Errors
    /// Where the target folder can't be written.
    pub fn now(project: &'a Project) -> Result<Self> {
        let folder = project.scratch();
        let at = fs::create_dir_all(&folder)
            .and_then(|()| tempfile::tempfile_in(&folder))
            .and_then(|file| file.metadata()?.modified());
        let at = at.with_context(|| format!("cannot write to {}", folder.display()))?;
        Ok(Self { project, at })
    }

    /// Keeps where the program is that came of it.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn keep(self, program: &Path) -> Result<()> {
        let kept = Kept { program: program.to_owned(), begun: self.at };
        atomic_write::write(&place(self.project), serde_json::to_string(&kept)?.as_bytes())
    }
}

fn place(project: &Project) -> PathBuf {
    project.scratch().join("suite.json")
}

//! Reports for other systems: which one, and where to.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{BadArgument, show};
use crate::atomic_write;
use crate::render::Format;
use crate::report::Report;

/// Who else reads the report.
#[derive(Debug, clap::Args)]
pub struct Results {
    /// Print the report for another system, and nothing else
    #[arg(long, value_enum, value_name = "FORMAT", conflicts_with = "json")]
    format: Option<Format>,
    /// Write that to a file instead: also when grading fails, with why
    #[arg(long, value_name = "FILE", requires = "format")]
    output: Option<PathBuf>,
}

/// Results that are asked for, and all that is needed to write them.
pub struct Wanted<'a> {
    format: Format,
    output: Option<&'a Path>,
    token: String,
}

impl Results {
    /// Whether nobody else reads it.
    pub fn is_empty(&self) -> bool {
        self.format.is_none()
    }

    /// What is asked for, if anything; before grading, because it may be impossible to write.
    ///
    /// # Errors
    /// A [`BadArgument`] for a folder.
    pub fn wanted(&self) -> Result<Option<Wanted<'_>>, BadArgument> {
        let Some(format) = self.format else { return Ok(None) };
        if self.output.as_deref().is_some_and(Path::is_dir) {
            return Err(BadArgument("--output names a folder\nhint: name a file in it".into()));
        }
        let token = format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
        Ok(Some(Wanted { format, output: self.output.as_deref(), token }))
    }
}

impl Wanted<'_> {
    /// Prints or writes the report.
    ///
    /// # Errors
    /// Where the file can't be written.
    pub fn deliver(&self, report: &Report) -> Result<()> {
        let text = self.format.render(report, &self.token);
        match self.output {
            Some(path) => atomic_write::write(path, text.as_bytes()),
            None => Ok(show(&text)?),
        }
    }

    /// Whether there is a file, which its reader expects even where nothing could be graded.
    pub fn is_a_file(&self) -> bool {
        self.output.is_some()
    }
}

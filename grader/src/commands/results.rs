//! Reports for other systems: which one, and where to.

use std::env;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};

use super::{BadArgument, show};
use crate::render::{Around, Format, Handed};
use crate::report::Report;
use crate::whole;

/// Who else reads the report.
#[derive(Debug, clap::Args)]
pub struct Results {
    /// Print the report for another system, and nothing else; the grader's feature `class` adds junit
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
    around: Around,
}

impl Results {
    /// What is asked for, if anything; before grading, because it may be impossible.
    ///
    /// # Errors
    /// A [`BadArgument`] for a folder; otherwise where the environment does not say what it should.
    pub fn wanted(&self) -> Result<Option<Wanted<'_>>> {
        let Some(format) = self.format else { return Ok(None) };
        if self.output.as_deref().is_some_and(Path::is_dir) {
            return Err(BadArgument("--output names a folder\nhint: name a file in it".into()).into());
        }
        let handed = if format == Format::Classroom50 { handed()? } else { Handed::default() };
        let token = format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
        Ok(Some(Wanted { format, output: self.output.as_deref(), around: Around { handed, token } }))
    }
}

impl Wanted<'_> {
    /// Prints or writes the report.
    ///
    /// # Errors
    /// Where the file can't be written.
    pub fn deliver(&self, report: &Report) -> Result<()> {
        let text = self.format.render(report, &self.around);
        match self.output {
            Some(path) => whole::write(path, text.as_bytes()),
            None => Ok(show(&text)?),
        }
    }

    /// Whether there is a file, which its reader expects even where nothing could be graded.
    pub fn is_a_file(&self) -> bool {
        self.output.is_some()
    }
}

/// What the runner of Classroom 50 says of a submission.
fn handed() -> Result<Handed> {
    let said = |name: &str| {
        env::var(name).with_context(|| {
            format!("{name} is not set\nhint: --format classroom50 is for the runner of Classroom 50, which sets it")
        })
    };
    Ok(Handed {
        classroom: said("CLASSROOM")?,
        assignment: said("ASSIGNMENT")?,
        submission: said("SUBMISSION_TAG")?,
        commit: said("COMMIT_URL")?,
        release: said("RELEASE_URL")?,
        review: said("REVIEW_URL")?,
        datetime: Handed::at(SystemTime::now()),
    })
}

//! `grade`: one submission, or the reference, in; a score out.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use grader::rubric::Rubric;
use pictures::commands::{refuse_folder, write_page};
use student::commands::{self, Ending, Task, grade_task};
use student::run::Crate;

use super::whole_rubric;
use crate::intake;

/// Grade a submission, the reference, or the exercises as they are
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Grade {
    /// Grade what was handed in: a folder, an archive or a file, in a sandbox
    #[arg(long, value_name = "PATH", conflicts_with = "subject")]
    submission: Option<PathBuf>,
    /// Whose code to grade, where nothing was handed in
    #[arg(long, value_enum, default_value = "exercises")]
    subject: Crate,
    /// Count hidden checks, too: those that students are not handed
    #[arg(long)]
    hidden: bool,
    /// Also write the report as a page for a browser
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    #[command(flatten)]
    options: commands::Grade,
}

/// Grades and reports.
///
/// # Errors
/// As [`grade_task`]; also where what was handed in can't be opened.
pub fn grade(options: &Grade) -> Result<Ending> {
    let read =
        options.submission.as_deref().map(|path| move |exercises: &_| intake::read(&named(path), exercises));
    if let Some(path) = &options.html {
        refuse_folder(path)?;
    }
    let page = options.html.as_deref().map(|path| move |graded: &_| write_page(path, graded));
    let task = Task {
        subject: options.subject,
        submission: read.as_ref().map(|read| read as _),
        also: page.as_ref().map(|page| page as _),
        rubric: if options.hidden { whole_rubric } else { |project| Rubric::read(&project.suite()) },
    };
    grade_task(&options.options, &task)
}

/// Where a path leads that was named on the command line. What is found there is not followed further.
pub fn named(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

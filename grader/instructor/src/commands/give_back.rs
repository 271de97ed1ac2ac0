//! `give-back`: packs the students' reports for Canvas or Moodle.

use std::path::PathBuf;

use anyhow::Result;

use super::whole_rubric;
use crate::books;
use crate::class;
use grader::project::Project;
use grader::sanitize::plain;
use student::atomic_write;
use student::commands::{Ending, show};
use student::pack::pack;

/// Pack the students' reports under the names by which Canvas or Moodle takes them back
#[derive(Debug, clap::Args)]
pub struct GiveBack {
    /// The folder that `grade-class` wrote
    #[arg(value_name = "GRADES")]
    grades: PathBuf,
    /// The folder that was graded, with the names that Canvas or Moodle gave
    #[arg(long, value_name = "DIR")]
    submissions: PathBuf,
    /// The archive to write [default: GRADES/give-back.zip]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Writes the archive, and names those who are not in it.
///
/// # Errors
/// Where something can't be read or written, or nobody's report can be given back.
pub fn give_back(options: &GiveBack) -> Result<Ending> {
    let rubric = class::rubric_of(&options.grades, whole_rubric(&Project::find()?)?);
    let given = books::give_back(&options.grades, &options.submissions, &rubric.exercises)?;
    let output = options.output.clone().unwrap_or_else(|| options.grades.join("give-back.zip"));
    atomic_write::make(&output, |file| pack(&given.files, file))?;
    let mut said = format!("{} reports are in {}\n", given.files.len(), output.display());
    if !given.left.is_empty() {
        said += &format!("\nNot in it: {}\n", given.left.len());
        said.extend(given.left.iter().map(|left| format!("  {}\n", plain(left, 200))));
    }
    show(&said)?;
    Ok(if given.left.is_empty() { Ending::Good } else { Ending::Incomplete })
}

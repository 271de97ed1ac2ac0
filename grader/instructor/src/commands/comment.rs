//! `comment`: one remark for everyone whose code behaves the same.

use std::path::PathBuf;

use anyhow::Result;

use super::whole_rubric;
use crate::class;
use grader::project::Project;
use student::commands::{Ending, show};

/// Say something to everyone in a group of the same behaviour: it stands on their pages, whatever their code looks like
#[derive(Debug, clap::Args)]
pub struct Comment {
    /// The folder of grades
    #[arg(value_name = "GRADES")]
    grades: PathBuf,
    /// The group, as the class's page names it, such as `tanh-2`
    #[arg(value_name = "GROUP")]
    group: String,
    /// What to say, in place of an earlier comment; \"\" takes that away
    #[arg(value_name = "TEXT")]
    text: String,
}

/// Writes the comment into every member's page, and says who they are.
///
/// # Errors
/// Where there is no such group, or something can't be read or written.
pub fn comment(options: &Comment) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = class::rubric_of(&options.grades, whole_rubric(&project)?);
    let group = class::comment(&options.grades, &rubric, &options.group, &options.text)?;
    let names: Vec<&str> = group.members.iter().map(|member| member.name.as_str()).collect();
    let what = if options.text.is_empty() { "No longer on the pages of" } else { "On the pages of" };
    show(&format!("{what} {}: {}\n", names.len(), names.join(", ")))?;
    Ok(Ending::Good)
}

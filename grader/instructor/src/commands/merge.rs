//! `merge`: the grades of shards in, the grades of a class out.

use std::path::PathBuf;

use anyhow::Result;

use super::{grade_class, whole_rubric};
use crate::class::{self, MergePlan, Merged};
use grader::project::Project;
use student::commands::{Ending, show};

/// Make the grades of a class out of those of its shards: the files that one machine would have written
#[derive(Debug, clap::Args)]
pub struct Merge {
    /// Where the grades go; it appears when it is whole
    #[arg(value_name = "OUT")]
    out: PathBuf,
    /// What `grade-class --shard` wrote, one folder for each shard
    #[arg(value_name = "SHARD", required = true)]
    shards: Vec<PathBuf>,
    /// What is taken off for the time of handing in: due date, late days, extensions, penalty
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
    /// The grades of an earlier submission, from which students learn what has changed
    #[arg(long, value_name = "GRADES")]
    earlier: Option<PathBuf>,
}

/// Merges, and says what came of the class.
///
/// # Errors
/// As [`class::merge`].
pub fn merge(options: &Merge) -> Result<Ending> {
    let project = Project::find()?;
    let mut rubric = whole_rubric(&project)?;
    if let Some(first) = options.shards.first() {
        rubric = class::rubric_of(first, rubric);
    }
    let plan = MergePlan {
        shards: &options.shards,
        out: &options.out,
        policy: options.policy.as_deref(),
        earlier: options.earlier.as_deref(),
    };
    let Merged { summary, twice, was_there } = class::merge(&project, &rubric, &plan)?;
    grade_class::show_summary(&summary, &options.out)?;
    for shard in twice {
        show(&format!("Shard {shard} came twice, with the same grades.\n"))?;
    }
    if was_there {
        show("They were there already, each file the same.\n")?;
    }
    Ok(grade_class::ending(&summary))
}

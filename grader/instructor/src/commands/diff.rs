//! `diff`: what stands in the exercises, or in a submission, beside the reference.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use super::grade::named;
use crate::difference::{self, Difference};
use crate::intake;
use crate::render;
use grader::project::Project;
use grader::rubric::Rubric;
use student::commands::{Ending, show};
use student::stubs::sources;

/// Compare `exercises`, or a submission, with `solutions`
#[derive(Debug, clap::Args)]
pub struct Diff {
    /// Compare what this folder, archive or file holds, code without comments
    #[arg(value_name = "PATH")]
    submission: Option<PathBuf>,
    /// Print Markdown
    #[arg(long)]
    markdown: bool,
}

/// Shows every difference: between the two crates, those are bodies and examples, and nothing else.
///
/// # Errors
/// Where a file can't be read.
pub fn diff(options: &Diff) -> Result<Ending> {
    let project = Project::find()?;
    let found = match &options.submission {
        None => between_crates(&project)?,
        Some(path) => {
            let rubric = Rubric::read(&project.suite())?;
            let submission = intake::read(&named(path), &rubric.exercises)?;
            ensure!(
                !submission.is_empty(),
                "nothing to compare: {}\nhint: the names are the exercises', in any folder",
                submission.why_empty()
            );
            difference::with_reference(&project, &rubric, &submission)?
        }
    };
    let render = if options.markdown { render::markdown_difference } else { render::difference };
    let mut text: String = found.iter().map(render).collect();
    if text.is_empty() {
        text = match &options.submission {
            None => "exercises and solutions are the same\n".to_owned(),
            Some(folder) => format!("{} and solutions are the same\n", folder.display()),
        };
    }
    show(&text)?;
    Ok(Ending::Good)
}

fn between_crates(project: &Project) -> Result<Vec<Difference>> {
    let pairs = sources(&project.solutions())?.into_iter().map(|name| {
        let solution = fs::read_to_string(project.solutions().join(&name))
            .with_context(|| format!("cannot read solutions/{name}"))?;
        Ok(Difference {
            from_name: format!("exercises/{name}"),
            from: fs::read_to_string(project.exercises().join(&name)).unwrap_or_default(),
            to_name: format!("solutions/{name}"),
            to: difference::without_markers(&solution),
        })
    });
    pairs.collect()
}

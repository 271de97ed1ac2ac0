//! `plot`: files in, pictures out.

use std::path::PathBuf;

use anyhow::Result;

use crate::svg::{overview_svg, svg};
use grader::judge::Limits;
use grader::project::Project;
use grader::rubric::Rubric;
use student::atomic_write;
use student::chosen::chosen;
use student::commands::{Ending, from_here, show};
use student::curves;
use student::render::{ROWS, Symbols, curve_text};
use student::run::{self, Crate, Setup};
use student::submission::Submission;

/// Draw what the learner's code computes, beside what it should
#[derive(Debug, clap::Args)]
pub struct Plot {
    /// Draw only these, such as `relu` [default: the core, and what is begun beyond it]
    #[arg(value_name = "EXERCISE")]
    exercises: Vec<String>,
    /// Write the pictures to this folder instead of `target/plots`
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Use only ASCII characters
    #[arg(long)]
    ascii: bool,
}

/// Draws a picture of each exercise, and where all are drawn, one of all of them.
///
/// # Errors
/// A [`BadArgument`](student::commands::BadArgument) for a name that is no exercise's; otherwise whatever keeps it from drawing.
pub fn plot(options: &Plot) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = Rubric::read(&project.suite())?;
    let written = Submission::own(&project, Crate::Exercises, &rubric.exercises)?;
    let chosen = chosen(&project, &rubric, &options.exercises, &written)?;
    // It would build in a grading's way.
    let _lock = project.lock()?;
    let setup = Setup { project: &project, rubric: &rubric, limits: Limits::USUAL, seed: 0 };
    let built = run::build_own(setup, Crate::Exercises, &written)?;
    let curves = curves::trace(&project, &chosen, &built, &|_| Limits::USUAL)?;
    let folder = options.out.clone().unwrap_or_else(|| project.target().join("plots"));
    let put = |name: &str, picture: &str| {
        let path = folder.join(format!("{name}.svg"));
        atomic_write::write(&path, picture.as_bytes())?;
        Ok::<String, anyhow::Error>(from_here(&path))
    };
    let symbols = if options.ascii { Symbols::Ascii } else { Symbols::here() };
    let mut text = String::new();
    for curve in &curves {
        text += &format!("\n{}\n{}", curve.title, curve_text(curve, symbols, ROWS));
    }
    text += "\nThe same as pictures, with slopes and errors, for a browser or an editor:\n";
    for curve in &curves {
        let path = put(&curve.exercise, &svg(curve))?;
        text += &format!("{path}  {}: {}\n", curve.title, curve.summary());
    }
    if options.exercises.is_empty() {
        text += &format!("{}  all of them\n", put("overview", &overview_svg(&curves))?);
    }
    show(&symbols.write(&text))?;
    Ok(Ending::Good)
}

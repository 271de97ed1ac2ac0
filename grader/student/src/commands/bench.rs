//! `bench`: files in, times out.

use anyhow::Result;

use super::{Ending, show};
use crate::bench::{self, Match};
use crate::chosen::chosen;
use crate::render::{self, Symbols};
use crate::run::{self, Crate};
use crate::submission::Submission;
use grader::project::Project;
use grader::rubric::Rubric;

/// Measure how fast the learner's activations are, beside the reference and a mere change of sign
#[derive(Debug, clap::Args)]
pub struct Bench {
    /// Measure only these, such as `relu` [default: the core, and what is begun beyond it]
    #[arg(value_name = "EXERCISE")]
    exercises: Vec<String>,
    /// How often all of them take their turn
    #[arg(long, value_name = "N", default_value_t = 15, value_parser = clap::value_parser!(u8).range(1..))]
    rounds: u8,
    /// Measure tensors of so many values, with commas between the numbers
    #[arg(long, value_name = "N", value_delimiter = ',', default_values_t = bench::SIZES, value_parser = clap::value_parser!(u32).range(1..=1 << 26))]
    values: Vec<u32>,
    /// Print the times as JSON, and nothing else
    #[arg(long)]
    json: bool,
    /// Use only ASCII characters
    #[arg(long)]
    ascii: bool,
}

/// Measures, and prints a table with bars.
///
/// # Errors
/// A [`BadArgument`](super::BadArgument) for a name that is no exercise's; otherwise whatever no learner writes and does not compile.
pub fn bench(options: &Bench) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = Rubric::read(&project.suite())?;
    let written = Submission::own(&project, Crate::Exercises, &rubric.exercises)?;
    let exercises = chosen(&project, &rubric, &options.exercises, &written)?;
    // A grading that builds at the same time would be in the way, and be measured with the rest.
    let _lock = project.lock()?;
    let yours = run::build_optimised(&project, &rubric)?;
    let has_reference = project.solutions().is_dir();
    let reference = has_reference.then(|| run::build_optimised_reference(&project)).transpose()?;
    let of = Match {
        exercises,
        yours: &yours.workers,
        reference: reference.as_deref(),
        rounds: usize::from(options.rounds),
        sizes: &options.values,
    };
    let sizes = bench::measure(&of, |values| {
        if !options.json {
            eprintln!("Measuring tensors of {values} values …");
        }
    });
    if options.json {
        show(&(serde_json::to_string_pretty(&sizes)? + "\n"))?;
    } else {
        let symbols = if options.ascii { Symbols::Ascii } else { Symbols::here() };
        show(&render::bench(&sizes, symbols))?;
    }
    Ok(Ending::Good)
}

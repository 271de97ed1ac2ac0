//! `slips`: what is said of slips that nobody has thought of.

use std::time::Instant;

use anyhow::Result;
use grader::project::Project;
use student::commands::{BadArgument, Ending, show};

use super::whole_rubric;
use crate::render;
use crate::verify;

/// Grade bodies with slips that are drawn, and count how many are named rightly
#[derive(Debug, clap::Args)]
pub struct Slips {
    /// Only these exercises, such as `tanh`
    #[arg(value_name = "EXERCISE")]
    exercises: Vec<String>,
    /// Bodies with one slip, and as many with two, of each exercise
    #[arg(long, value_name = "N", default_value_t = 200)]
    count: usize,
    /// Draw others
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

/// Draws, grades and counts; fails where something wrong is said.
///
/// # Errors
/// A [`BadArgument`] for a name that is no exercise's; otherwise where bodies can't be drawn, built or graded.
pub fn slips(options: &Slips) -> Result<Ending> {
    let start = Instant::now();
    let project = Project::find()?;
    let rubric = whole_rubric(&project)?;
    let mut chosen = rubric.choose(&options.exercises).map_err(|error| BadArgument(error.to_string()))?;
    // Bodies are drawn for functions of one number.
    chosen.retain(|exercise| !exercise.is_of_rows());
    if chosen.is_empty() {
        let message = "no slips are drawn in functions of rows\nhint: name another exercise, or none";
        return Err(BadArgument(message.into()).into());
    }
    let _lock = project.lock()?;
    let tally = verify::random_slips(&project, &rubric, &chosen, options.count, options.seed)?;
    let (text, wrong) = render::tally(&tally);
    show(&text)?;
    show(&format!("{:.1} s\n", start.elapsed().as_secs_f64()))?;
    Ok(if wrong == 0 { Ending::Good } else { Ending::Incomplete })
}

//! `verify`: grades the specimens, to see what the suite catches, accepts, names and withstands.

use std::time::Instant;

use anyhow::{Result, ensure};

use super::whole_rubric;
use crate::render;
use crate::verify;
use grader::project::Project;
use student::commands::{Ending, show};

/// Grade the specimens, right, wrong and hostile, and show what comes of each
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// Only specimens whose `kind/exercise/name`, or `hostile/name`, contains this
    #[arg(value_name = "TEXT", default_value = "")]
    filter: String,
    /// Draw other inputs
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Grade right and wrong ones with this many seeds, from `--seed` on
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=1000))]
    seeds: u64,
    /// Write into wrong specimens which checks fail and what is diagnosed; read the diff
    #[arg(long, conflicts_with = "seeds")]
    bless: bool,
}

/// Grades the specimens, prints what came of them, and fails on any miss.
///
/// # Errors
/// Where specimens can't be read or graded.
pub fn verify(options: &Verify) -> Result<Ending> {
    let start = Instant::now();
    let project = Project::find()?;
    let rubric = whole_rubric(&project)?;
    let _lock = project.lock()?;
    let seeds: Vec<u64> = (options.seed..).take(usize::try_from(options.seeds)?).collect();
    let found = verify::verify(&project, &rubric, &options.filter, &seeds, options.bless)?;
    ensure!(
        !(found.slips.is_empty() && found.attacks.is_empty() && found.complaints.is_empty()),
        "no specimen's name contains `{}`",
        options.filter
    );
    let slips = render::matrix(&rubric, &found.slips);
    let attacks = render::containment(&found.attacks, &found.complaints);
    show(&slips.text)?;
    // A part of the specimens says nothing of what a check is worth.
    let adequacies = options.filter.is_empty().then(|| render::adequacies(&rubric, &found.slips));
    if let Some(table) = &adequacies {
        show(&table.text)?;
    }
    show(&attacks.text)?;
    if let Some(why) = &found.left_out {
        show(&format!("{why}\n"))?;
    }
    if found.blessed > 0 {
        show(&format!("{} specimens were written anew: read the diff\n", found.blessed))?;
    }
    let specimens = found.slips.len() + found.attacks.len();
    let each = if options.seeds > 1 { format!(", {} seeds each", options.seeds) } else { String::new() };
    show(&format!("{:.1} s for {specimens} specimens{each}\n", start.elapsed().as_secs_f64()))?;
    let misses = render::misses([&slips, &attacks].into_iter().chain(&adequacies));
    show(&misses)?;
    Ok(if misses.is_empty() { Ending::Good } else { Ending::Incomplete })
}

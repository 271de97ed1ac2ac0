//! Who grades the grader: specimens of what people hand in, and what must come of each.

mod attacks;
mod layers;
mod pipeline;
mod random_slips;
mod slips;

use std::num::NonZero;
use std::thread;
use std::time::Duration;

use anyhow::Result;

use crate::render::{Contained, Verified};
use grader::project::Project;
use grader::rubric::Rubric;
pub use layers::layers;
pub use random_slips::{Said, Tally, random_slips};
use student::run::{BuildWorkspace, Jail};

/// What came of all specimens.
#[derive(Debug, Default)]
pub struct Verification {
    /// Right and wrong ones.
    pub slips: Vec<Verified>,
    /// How many files of wrong ones were written anew.
    pub blessed: usize,
    /// Hostile ones.
    pub attacks: Vec<Contained>,
    /// What hostile ones left behind, or why they were left out where they must not be.
    pub complaints: Vec<String>,
    /// Why hostile ones were left out, on a system for which there is no sandbox.
    pub left_out: Option<String>,
}

/// Grades the specimens whose `kind/exercise/name` contains `filter`, with each of the seeds; hostile ones
/// with the first. With `bless`, wrong ones are written anew to say what came of them.
///
/// # Errors
/// Where specimens can't be read, built or graded.
pub fn verify(
    project: &Project,
    rubric: &Rubric,
    filter: &str,
    seeds: &[u64],
    bless: bool,
) -> Result<Verification> {
    let jail = Jail::make(project)?;
    let count = thread::available_parallelism().map_or(1, NonZero::get);
    let workspaces = BuildWorkspace::open_many(project, &rubric.exercises, &jail, count)?;
    let mut found = Verification::default();
    let slips = slips::jobs(project, rubric, filter)?;
    pipeline::run(project, rubric, &workspaces, &slips, seeds, |graded| {
        let verdicts = slips::judge(&graded, seeds.len() > 1)?;
        if bless {
            for (specimen, verdict) in graded.what.iter().zip(&verdicts) {
                found.blessed += usize::from(slips::bless(specimen, verdict)?);
            }
        }
        slips::merge(&mut found.slips, verdicts);
        Ok(())
    })?;
    let missing = &jail.sandbox.missing;
    if !missing.is_empty() {
        // Without a sandbox these specimens would really attack this machine.
        let why = format!("hostile specimens are left out. Not locked: {}", missing.join("; "));
        match cfg!(target_os = "linux") {
            true => found.complaints.push(why),
            false => found.left_out = Some(why),
        }
        return Ok(found);
    }
    let attacks = attacks::jobs(project, rubric, filter)?;
    if attacks.is_empty() {
        return Ok(found);
    }
    let before = attacks::files(project)?;
    let _neighbour = attacks::Neighbour::listen()?;
    pipeline::run(project, rubric, &workspaces, &attacks, &seeds[..1], |graded| {
        found.attacks.push(attacks::judge(&graded));
        Ok(())
    })?;
    thread::sleep(Duration::from_secs(1));
    if attacks::files(project)? != before {
        found.complaints.push("files of the project have changed".into());
    }
    for program in attacks::running(&project.scratch()) {
        found.complaints.push(format!("{program} is still running"));
    }
    Ok(found)
}

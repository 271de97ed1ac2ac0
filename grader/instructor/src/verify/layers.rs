//! Hostile specimens behind one layer of the sandbox at a time: which of them does it stop by itself?

use std::collections::BTreeMap;

use anyhow::{Result, ensure};

use super::attacks::{self, Attack, Neighbour, UNCHECKED};
use super::pipeline::{self, Job};
use crate::render::Stopped;
use grader::judge::Limits;
use grader::project::Project;
use grader::rubric::Rubric;
use student::run::{BuildWorkspace, Jail};

/// What stops an attack before it is compiled: a look at its words.
const WORDS: &str = "words";

/// Grades the hostile specimens whose label contains `filter` behind each of this system's layers alone, and behind none
/// at all. So an attack that works does so on this machine.
///
/// `at` is told of each layer before it begins.
///
/// # Errors
/// Where specimens can't be read, built or graded.
pub fn layers(
    project: &Project,
    rubric: &Rubric,
    filter: &str,
    mut at: impl FnMut(&str),
) -> Result<(Vec<String>, Vec<Stopped>)> {
    let jail = Jail::make(project)?;
    let layers = jail.sandbox.layers.clone();
    ensure!(!layers.is_empty(), "this system has no layer to try");
    let _neighbour = Neighbour::listen()?;
    let mut found: BTreeMap<String, Stopped> = BTreeMap::new();
    at("none");
    for (name, tries, is_stopped) in behind(project, rubric, &jail, &[], filter)? {
        match name.strip_suffix(UNCHECKED) {
            // It was tried before with its words looked at.
            Some(checked) => {
                let by = found.remove(checked).filter(|checked| checked.by_none).map(|_| WORDS.to_owned());
                found.insert(name, Stopped { tries, by_none: is_stopped, by: by.into_iter().collect() });
            }
            None => drop(found.insert(name, Stopped { tries, by_none: is_stopped, by: Vec::new() })),
        }
    }
    for layer in &layers {
        at(layer);
        for (name, _, is_stopped) in behind(project, rubric, &jail, &[layer], filter)? {
            if let Some(stopped) = found.get_mut(&name).filter(|_| is_stopped) {
                stopped.by.push(layer.clone());
            }
        }
    }
    Ok(([vec![WORDS.to_owned()], layers].concat(), found.into_values().collect()))
}

/// The specimens behind some layers, each with what it tries, and whether it was stopped.
fn behind(
    project: &Project,
    rubric: &Rubric,
    jail: &Jail,
    layers: &[&str],
    filter: &str,
) -> Result<Vec<(String, String, bool)>> {
    let jail = jail.clone().only(layers);
    let workspace = BuildWorkspace::open(project, &rubric.exercises, Some(jail))?;
    let alone = |job: Job<Attack>| Job {
        exercises: vec![job.what.exercise().to_owned()],
        limits: Limits::SHORT,
        ..job
    };
    let jobs: Vec<_> = attacks::jobs(project, rubric, filter)?.into_iter().map(alone).collect();
    let mut found = Vec::new();
    pipeline::run(project, rubric, &[workspace], &jobs, &[1], |graded| {
        let (name, tries) = graded.what.says();
        found.push((name, tries, attacks::is_stopped(&graded)));
        Ok(())
    })?;
    Ok(found)
}

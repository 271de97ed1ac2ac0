//! Right and wrong specimens: does the suite accept the ones, catch the others, and name the slip?

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow};

use super::pipeline::{Graded, Job};
use crate::judge::Limits;
use crate::outcome::Status;
use crate::project::Project;
use crate::render::Verified;
use crate::report::ExerciseReport;
use crate::rubric::Rubric;
use crate::run::Subject;
use crate::specimens::{self, Fails, Kind, Specimen};
use crate::submission::Submission;

/// Specimens that share a build: at most one an exercise.
pub type Group = Vec<Specimen>;

/// The specimens whose label contains `filter`, in groups.
///
/// Specimens of different exercises go together, but right ones never with wrong ones: a neighbour
/// that is called has to work.
///
/// # Errors
/// Where specimens can't be read.
pub fn jobs(project: &Project, rubric: &Rubric, filter: &str) -> Result<Vec<Job<Group>>> {
    let mut queues: BTreeMap<(bool, bool, bool), Vec<Vec<Specimen>>> = BTreeMap::new();
    for exercise in &rubric.exercises {
        let mut sorted: BTreeMap<(bool, bool, bool), Vec<Specimen>> = BTreeMap::new();
        for specimen in specimens::read(&project.specimens(), exercise)? {
            if label(&specimen).contains(filter) {
                let alone = specimen.calls_a_neighbour();
                let key = (specimen.kind == Kind::Wrong, alone, specimen.usual_deadline);
                sorted.entry(key).or_default().push(specimen);
            }
        }
        for (key, specimens) in sorted {
            queues.entry(key).or_default().push(specimens);
        }
    }
    let reference = Submission::own(project, Subject::Solutions, &rubric.exercises)?;
    let hanging = Limits { build: Limits::USUAL.build, ..Limits::SHORT };
    let mut jobs = Vec::new();
    for ((wrong, alone, usual), mut queues) in queues {
        while queues.iter().any(|queue| !queue.is_empty()) {
            let group: Group = if alone {
                queues.iter_mut().find_map(Vec::pop).into_iter().collect()
            } else {
                queues.iter_mut().filter_map(Vec::pop).collect()
            };
            let mut submission = if alone { reference.clone() } else { Submission::default() };
            for specimen in &group {
                submission.put(&specimen.exercise, &specimen.text);
            }
            jobs.push(Job {
                label: group.iter().map(label).collect::<Vec<_>>().join(", "),
                exercises: group.iter().map(|specimen| specimen.exercise.clone()).collect(),
                what: group,
                submission,
                is_checked: true,
                // Honest code may be slow; only what is wrong can be known to hang, and not in the compiler.
                limits: if usual || !wrong { Limits::USUAL } else { hanging },
            });
        }
    }
    Ok(jobs)
}

/// Holds what came of a group to what must come of it.
///
/// # Errors
/// Where a specimen was not graded.
pub fn judge(graded: &Graded<Group>) -> Result<Vec<Verified>> {
    let exercises = &graded.report.exercises;
    let verdicts = graded.what.iter().map(|specimen| {
        let found = exercises.iter().find(|exercise| exercise.name == specimen.exercise);
        Ok(verdict(specimen, found.ok_or_else(|| anyhow!("{} was not graded", label(specimen)))?))
    });
    verdicts.collect()
}

/// Adds verdicts under one seed to those under others: a specimen has one row, with every complaint.
pub fn merge(all: &mut Vec<Verified>, verdicts: Vec<Verified>, seed: u64) {
    for verdict in verdicts {
        match all.iter_mut().find(|known| known.label == verdict.label) {
            Some(known) => {
                let complaints =
                    verdict.complaints.into_iter().map(|complaint| format!("{complaint} (seed {seed})"));
                known.complaints.extend(complaints);
            }
            None => all.push(verdict),
        }
    }
}

fn verdict(specimen: &Specimen, graded: &ExerciseReport) -> Verified {
    let failed: BTreeSet<String> = graded
        .checks
        .iter()
        .filter(|check| check.outcome.status != Status::Passed)
        .map(|check| check.id.rsplit("::").next().unwrap_or_default().to_owned())
        .collect();
    let diagnosis = graded.diagnosis.as_ref().map(|diagnosis| diagnosis.key.clone());
    let mut complaints = Vec::new();
    if let Some(error) = &graded.compile_error {
        complaints.push(format!("does not compile: {}", error.lines().next().unwrap_or_default()));
    }
    match &specimen.fails {
        Fails::Some if failed.is_empty() => complaints.push("every check passes, and one must fail".into()),
        Fails::Some => {}
        Fails::These(wanted) => {
            let passes = wanted.difference(&failed).map(|name| format!("{name} passes, and must fail"));
            complaints.extend(passes);
            let fails = failed.difference(wanted).map(|name| format!("{name} fails, and must pass"));
            complaints.extend(fails);
        }
    }
    for check in graded.checks.iter().filter(|check| check.outcome.status == Status::GraderError) {
        complaints.push(format!("{}: {}", check.id, check.outcome.message));
    }
    // Where the seed decides which checks fail, it decides what can be named, too.
    if specimen.fails != Fails::Some && diagnosis != specimen.diagnosis {
        let word = |key: &Option<String>| key.clone().unwrap_or_else(|| "none".into());
        complaints.push(format!("diagnosed {}, and must be {}", word(&diagnosis), word(&specimen.diagnosis)));
    }
    Verified {
        label: label(specimen),
        exercise: specimen.exercise.clone(),
        is_wrong: specimen.kind == Kind::Wrong,
        failed,
        diagnosis,
        complaints,
    }
}

fn label(specimen: &Specimen) -> String {
    let kind = if specimen.kind == Kind::Wrong { "wrong" } else { "right" };
    format!("{kind}/{}/{}", specimen.exercise, specimen.name)
}

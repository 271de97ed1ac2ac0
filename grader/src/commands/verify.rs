//! `verify`: grades the specimens, to see what the suite catches, accepts and names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, ensure};

use super::{Ending, show};
use crate::grading::{self, Conditions};
use crate::judge::Limits;
use crate::outcome::Status;
use crate::project::Project;
use crate::render::{self, Verified};
use crate::report::ExerciseReport;
use crate::rubric::{Exercise, Rubric};
use crate::run::{self, Built, Submission};
use crate::specimens::{self, Kind, Specimen};

/// Grade the specimens, right and wrong, and show what the suite makes of each
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// Only specimens whose `kind/exercise/name` contains this
    #[arg(value_name = "TEXT")]
    filter: Option<String>,
    /// Draw other inputs
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

/// Grades every specimen, prints the matrix, and fails on any miss.
///
/// # Errors
/// Where specimens can't be read or graded.
pub fn verify(options: &Verify) -> Result<Ending> {
    let start = Instant::now();
    let project = Project::find()?;
    let rubric = Rubric::read(&project.rubric())?;
    let _lock = project.lock()?;
    let groups = group(&project, &rubric, options.filter.as_deref())?;
    ensure!(!groups.is_empty(), "no specimen's name contains that");
    let verified = grade_all(&project, &rubric, groups, options.seed)?;
    let summary = render::matrix(&rubric, &verified);
    show(&summary.text)?;
    show(&format!("{:.1} s for {} specimens\n", start.elapsed().as_secs_f64(), verified.len()))?;
    Ok(if summary.missed == 0 { Ending::Good } else { Ending::Incomplete })
}

/// Specimens that share a build: at most one an exercise, and references where one calls them.
struct Group {
    specimens: Vec<Specimen>,
    submission: Submission,
    limits: Limits,
}

/// Specimens of different exercises go together, but right ones never with wrong ones: a neighbour
/// that is called has to work.
fn group(project: &Project, rubric: &Rubric, filter: Option<&str>) -> Result<Vec<Group>> {
    let mut queues: BTreeMap<(bool, bool, bool), Vec<Vec<Specimen>>> = BTreeMap::new();
    for exercise in &rubric.exercises {
        let mut sorted: BTreeMap<(bool, bool, bool), Vec<Specimen>> = BTreeMap::new();
        for specimen in specimens::read(&project.specimens(), exercise)? {
            if filter.is_none_or(|text| label(&specimen).contains(text)) {
                let alone = specimen.calls_a_neighbour();
                let key = (specimen.kind == Kind::Wrong, alone, specimen.usual_deadline);
                sorted.entry(key).or_default().push(specimen);
            }
        }
        for (key, specimens) in sorted {
            queues.entry(key).or_default().push(specimens);
        }
    }
    let reference = Submission::own(project, run::Subject::Solutions, &rubric.exercises)?;
    let mut groups = Vec::new();
    for ((wrong, alone, usual), mut queues) in queues {
        while queues.iter().any(|queue| !queue.is_empty()) {
            let together: Vec<Specimen> = if alone {
                queues.iter_mut().find_map(Vec::pop).into_iter().collect()
            } else {
                queues.iter_mut().filter_map(Vec::pop).collect()
            };
            let mut submission = if alone { reference.clone() } else { Submission::default() };
            for specimen in &together {
                submission.put(&specimen.exercise, &specimen.text);
            }
            // Honest code may be slow; only what is wrong can be known to hang.
            let limits = if usual || !wrong { Limits::USUAL } else { Limits::SHORT };
            groups.push(Group { specimens: together, submission, limits });
        }
    }
    Ok(groups)
}

/// Builds one group while another is being graded.
fn grade_all(project: &Project, rubric: &Rubric, groups: Vec<Group>, seed: u64) -> Result<Vec<Verified>> {
    let suite = run::build_suite(project)?;
    let (built, ready) = mpsc::sync_channel::<(Group, Result<Built>)>(1);
    thread::scope(|scope| {
        scope.spawn(move || {
            for group in groups {
                let made = run::build_submission(project, rubric, Arc::clone(&suite), &group.submission);
                if built.send((group, made)).is_err() {
                    return; // Grading has failed, and says why.
                }
            }
        });
        let mut verified = Vec::new();
        for (group, built) in ready {
            let names: Vec<String> = group.specimens.iter().map(label).collect();
            verified.extend(grade(project, rubric, &group, &built?, seed).with_context(|| names.join(", "))?);
        }
        Ok(verified)
    })
}

fn grade(
    project: &Project,
    rubric: &Rubric,
    group: &Group,
    built: &Built,
    seed: u64,
) -> Result<Vec<Verified>> {
    let chosen: Vec<&Exercise> = rubric
        .exercises
        .iter()
        .filter(|exercise| group.specimens.iter().any(|specimen| specimen.exercise == exercise.name))
        .collect();
    let conditions = Conditions { seed, limits: group.limits };
    let report = grading::grade(project, "submission", &chosen, &group.submission, built, conditions)?;
    group
        .specimens
        .iter()
        .map(|specimen| {
            let graded = report.exercises.iter().find(|exercise| exercise.name == specimen.exercise);
            Ok(judge(specimen, graded.ok_or_else(|| anyhow!("not graded"))?))
        })
        .collect()
}

/// Holds what came of a specimen to what must come of it.
fn judge(specimen: &Specimen, graded: &ExerciseReport) -> Verified {
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
    for name in specimen.fails.difference(&failed) {
        complaints.push(format!("{name} passes, and must fail"));
    }
    for name in failed.difference(&specimen.fails) {
        complaints.push(format!("{name} fails, and must pass"));
    }
    for check in graded.checks.iter().filter(|check| check.outcome.status == Status::GraderError) {
        complaints.push(format!("{}: {}", check.id, check.outcome.message));
    }
    if diagnosis != specimen.diagnosis {
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

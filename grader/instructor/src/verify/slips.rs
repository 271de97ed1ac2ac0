//! Right and wrong specimens: does the suite accept the ones, catch the others, and name the slip?

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, anyhow};

use super::pipeline::{Graded, Job};
use crate::render::Verified;
use crate::specimens::{self, Fails, KINDS, Kind, Specimen};
use grader::judge::Limits;
use grader::outcome::Status;
use grader::project::Project;
use grader::rubric::Rubric;
use student::report::ExerciseReport;
use student::run::Crate;
use student::submission::Submission;

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
    let mut queues: BTreeMap<(Kind, bool), Vec<Vec<Specimen>>> = BTreeMap::new();
    for exercise in &rubric.exercises {
        let mut sorted: BTreeMap<(Kind, bool), Vec<Specimen>> = BTreeMap::new();
        for specimen in specimens::read(project, exercise, &KINDS)? {
            if specimen.label().contains(filter) {
                let alone = specimen.calls_a_neighbour();
                let key = (specimen.kind, alone);
                sorted.entry(key).or_default().push(specimen);
            }
        }
        for (key, specimens) in sorted {
            queues.entry(key).or_default().push(specimens);
        }
    }
    let reference = Submission::own(project, Crate::Solutions, &rubric.exercises)?;
    let mut jobs = Vec::new();
    for ((_, alone), mut queues) in queues {
        while queues.iter().any(|queue| !queue.is_empty()) {
            let group: Group = if alone {
                queues.iter_mut().find_map(Vec::pop).into_iter().collect()
            } else {
                queues.iter_mut().filter_map(Vec::pop).collect()
            };
            let mut submission = if alone { reference.clone() } else { Submission::default() };
            for specimen in &group {
                let of = rubric.exercises.iter().find(|exercise| exercise.name == specimen.exercise);
                submission.put(of.context("a specimen of no exercise")?, &specimen.text);
            }
            jobs.push(Job {
                label: group.iter().map(Specimen::label).collect::<Vec<_>>().join(", "),
                exercises: group.iter().map(|specimen| specimen.exercise.clone()).collect(),
                what: group,
                submission,
                is_checked: true,
                limits: Limits::USUAL,
            });
        }
    }
    Ok(jobs)
}

/// Holds what came of a group to what must come of it; a complaint says under which seed where there
/// are several.
///
/// # Errors
/// Where a specimen was not graded.
pub fn judge(graded: &Graded<Group>, names_seed: bool) -> Result<Vec<Verified>> {
    let exercises = &graded.report.exercises;
    let verdicts = graded.what.iter().map(|specimen| {
        let found = exercises.iter().find(|exercise| exercise.name == specimen.exercise);
        let mut verdict =
            verdict(specimen, found.ok_or_else(|| anyhow!("{} was not graded", specimen.label()))?);
        if names_seed {
            for complaint in &mut verdict.complaints {
                complaint.push_str(&format!(" (seed {})", graded.seed));
            }
        }
        Ok(verdict)
    });
    verdicts.collect()
}

/// Writes into a specimen's file which checks have failed and what was diagnosed. Where the seed or the
/// exercise decides, nothing is written.
///
/// # Errors
/// Where the file can't be read or written.
pub fn bless(specimen: &Specimen, verdict: &Verified) -> Result<bool> {
    let is_settled = matches!(specimen.header.fails, Fails::These(_)) && specimen.kind == Kind::Wrong;
    if !is_settled || verdict.complaints.is_empty() || verdict.failed.is_empty() {
        return Ok(false);
    }
    let text = fs::read_to_string(&specimen.path)?;
    let text = specimens::blessed(&text, &verdict.failed, verdict.diagnosis.as_deref())
        .with_context(|| specimen.label())?;
    fs::write(&specimen.path, text).with_context(|| format!("cannot write {}", specimen.path.display()))?;
    Ok(true)
}

/// Adds verdicts under one more seed: a specimen has one row, which holds for all seeds.
pub fn merge(all: &mut Vec<Verified>, verdicts: Vec<Verified>) {
    for verdict in verdicts {
        match all.iter_mut().find(|known| known.label == verdict.label) {
            Some(known) => {
                known.is_caught &= verdict.is_caught;
                known.failed.extend(verdict.failed);
                known.not_judged.extend(verdict.not_judged);
                known.lost = known.lost.max(verdict.lost);
                known.diagnosis.take_if(|key| verdict.diagnosis.as_ref() != Some(key));
                known.complaints.extend(verdict.complaints);
            }
            None => all.push(verdict),
        }
    }
}

fn verdict(specimen: &Specimen, graded: &ExerciseReport) -> Verified {
    let ended = |is_wanted: fn(Status) -> bool| -> BTreeSet<String> {
        let checks = graded.checks.iter().filter(|check| is_wanted(check.outcome.status));
        checks.map(|check| check.id.rsplit("::").next().unwrap_or_default().to_owned()).collect()
    };
    let failed = ended(|status| !matches!(status, Status::Passed | Status::NotJudged));
    let diagnosis = graded.diagnosis.as_ref().map(|diagnosis| diagnosis.key.clone());
    let mut complaints = Vec::new();
    if specimen.kind == Kind::Uncompiled && graded.compile_error.is_none() {
        complaints.push("compiles, and must not".into());
    }
    if specimen.kind != Kind::Uncompiled
        && let Some(error) = &graded.compile_error
    {
        complaints.push(format!("does not compile: {}", error.lines().next().unwrap_or_default()));
    }
    let (Fails::These(wanted) | Fails::Some(wanted)) = &specimen.header.fails;
    complaints.extend(wanted.difference(&failed).map(|name| format!("{name} passes, and must fail")));
    match &specimen.header.fails {
        Fails::Some(_) if failed.is_empty() => {
            complaints.push("every check passes, and one must fail".into())
        }
        Fails::Some(_) => {}
        Fails::These(_) => {
            complaints.extend(failed.difference(wanted).map(|name| format!("{name} fails, and must pass")));
        }
    }
    for check in graded.checks.iter().filter(|check| check.outcome.status == Status::GraderError) {
        complaints.push(format!("{}: {}", check.id, check.outcome.message));
    }
    if !specimen.header.any_diagnosis && diagnosis != specimen.header.diagnosis {
        let word = |key: &Option<String>| key.clone().unwrap_or_else(|| "none".into());
        complaints.push(format!(
            "diagnosed {}, and must be {}",
            word(&diagnosis),
            word(&specimen.header.diagnosis)
        ));
    }
    Verified {
        label: specimen.label(),
        is_caught: !failed.is_empty(),
        exercise: specimen.exercise.clone(),
        kind: specimen.kind,
        failed,
        not_judged: ended(|status| status == Status::NotJudged),
        lost: graded.max_score - graded.score,
        diagnosis,
        complaints,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verified(failed: &[&str], complaints: &[&str]) -> Verified {
        let words = |list: &[&str]| list.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        Verified {
            label: "wrong/relu/some".into(),
            exercise: "relu".into(),
            kind: Kind::Wrong,
            is_caught: !failed.is_empty(),
            failed: words(failed).into_iter().collect(),
            not_judged: BTreeSet::new(),
            lost: 0,
            diagnosis: failed.first().map(|&key| key.to_owned()),
            complaints: words(complaints),
        }
    }

    #[test]
    fn a_specimen_is_caught_if_every_seed_catches_it() {
        let mut all = Vec::new();
        merge(&mut all, vec![verified(&["keeps_nan"], &[])]);
        merge(&mut all, vec![verified(&["keeps_nan", "never_decreases"], &[])]);
        assert!(all[0].is_caught && all[0].failed.len() == 2);
        assert_eq!(all[0].diagnosis.as_deref(), Some("keeps_nan"));
        merge(&mut all, vec![verified(&[], &["every check passes (seed 3)"])]);
        assert!(all.len() == 1 && !all[0].is_caught);
        assert_eq!((all[0].diagnosis.as_ref(), all[0].complaints.len()), (None, 1));
    }
}

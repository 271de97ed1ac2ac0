//! From built workers to a finished report.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::report::{About, Finding, Origin, Report};
use crate::run::{Built, NoWorker, Sandbox, Setup, Verdicts, calls, calls_itself};
use crate::side_by_side;
use crate::submission::{Submission, has_code_beside_todo};
use grader::compiler::Message;
use grader::diagnose::{Diagnosis, Setting, diagnose};
use grader::outcome::Status;
use grader::rubric::{Exercise, Track};
use grader::sanitize::plain;

/// How many exercises are run at a time: more would wait for a processor on the learner's time.
const SIDE_BY_SIDE: usize = 3;

/// How many warnings of a file are told, and how much of each, in characters.
const MOST_WARNINGS: usize = 3;
const MOST_OF_A_WARNING: usize = 160;

/// Runs the suite on the chosen exercises and reports; `written` are the files that `built` was built from.
///
/// # Errors
/// Where the suite can't be run, or its records can't be read.
pub fn grade(
    setup: Setup,
    origin: Origin,
    chosen: &[&Exercise],
    written: &Submission,
    built: &Built,
) -> Result<Report> {
    let runs: Vec<Run> = chosen.iter().map(|exercise| Run::whole(exercise)).collect();
    let findings = chosen.iter().copied().zip(find_all(setup, &runs, written, built)?).collect();
    Ok(report(setup, origin, findings, written, built.sandbox.clone()))
}

/// What is to be run of an exercise.
#[derive(Debug)]
pub struct Run<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// The names of the checks to run; none stands for all of them.
    pub checks: Option<BTreeSet<String>>,
    /// How all others ended before.
    pub earlier: Verdicts,
}

impl<'a> Run<'a> {
    /// Every check.
    pub fn whole(exercise: &'a Exercise) -> Self {
        Self { exercise, checks: None, earlier: Verdicts::default() }
    }
}

/// Runs the suite, a few exercises side by side: each has its own waiting time, so one that hangs holds up no other.
///
/// # Errors
/// As [`grade`].
pub fn find_all(setup: Setup, runs: &[Run], written: &Submission, built: &Built) -> Result<Vec<Finding>> {
    let findings = side_by_side::map(SIDE_BY_SIDE, runs, |run| find(setup, run, written, built))?;
    findings.into_iter().collect()
}

/// Puts together what was found. Nothing is run: the same findings and another rubric give another report.
pub fn report(
    setup: Setup,
    origin: Origin,
    mut findings: Vec<(&Exercise, Finding)>,
    written: &Submission,
    mut sandbox: Option<Sandbox>,
) -> Report {
    for (exercise, finding) in &mut findings {
        leave_out_others(exercise, finding);
    }
    if let Some(sandbox) = &mut sandbox {
        let missing =
            findings.iter().flat_map(|(_, finding)| finding.result.iter().flat_map(|found| &found.missing));
        sandbox.missing.extend(missing.cloned());
        sandbox.missing.sort();
        sandbox.missing.dedup();
    }
    blame_neighbours(&mut findings, written);
    let about = About {
        subject: origin,
        seed: setup.seed,
        sandbox,
        taken: written.taken.clone(),
        ignored: written.ignored.clone(),
        empty: written.is_empty().then(|| written.why_empty().to_owned()).filter(|why| !why.is_empty()),
        withheld: setup.rubric.withheld,
        exercises_in_all: setup.rubric.of(Track::Core).count(),
        beyond_in_all: setup.rubric.points(Track::Beyond),
    };
    Report::new(about, findings)
}

fn find(setup: Setup, run: &Run, written: &Submission, built: &Built) -> Result<Finding> {
    let Setup { project, seed, limits, .. } = setup;
    let Run { exercise, checks, earlier } = run;
    let exercise = *exercise;
    let (file, line) = written.place(exercise);
    if !written.files.contains_key(&exercise.name) {
        let several = written.ambiguous.get(&exercise.name).cloned();
        let missing = || NoWorker::Missing {
            why: written.why_missing(exercise),
            hint: written.how_to_get_back(exercise),
        };
        let result = Err(several.map_or_else(missing, NoWorker::Ambiguous));
        return Ok(Finding { file, line, result, diagnosis: None, warnings: Vec::new() });
    }
    let worker = built.workers.get(&exercise.name);
    let line = match worker {
        Some(Err(NoWorker::DoesNotCompile(error))) => error.line.or(line),
        _ => line,
    };
    let (result, diagnosis) = match worker {
        Some(Ok(worker)) => {
            let verdicts = match checks {
                None => built.suite.run(exercise, worker, seed, limits)?,
                Some(names) => {
                    let mut some = exercise.clone();
                    some.checks.retain(|check| names.contains(&check.name));
                    earlier.clone().with(built.suite.run(&some, worker, seed, limits)?)
                }
            };
            let is_open = verdicts.outcomes.values().all(|outcome| outcome.status == Status::NotImplemented);
            let diagnosis = if is_open {
                todo_left(exercise, &written.files[&exercise.name].content, line)
            } else if crashes(&verdicts) && calls_itself(&written.files[&exercise.name].content, exercise) {
                Some(Diagnosis::new(
                    "calls_itself",
                    format!(
                        "`functional::{}` calls {}'s `forward`, which is this very body: it calls itself without end. Write \
                     here what is to be computed.",
                        exercise.name, exercise.title
                    ),
                ))
            } else if deserves_diagnosis(&verdicts) {
                let settings = Setting::all(project, exercise)?;
                diagnose(project, exercise, &settings, worker, limits, verdicts.waited)
            } else {
                None
            };
            (Ok(verdicts), diagnosis)
        }
        Some(Err(why)) => (Err(why.clone()), why.meaning().cloned()),
        None => bail!("the grader built no worker for `{}`", exercise.name),
    };
    let warnings = match &result {
        Ok(verdicts) if is_wrong(verdicts) => warnings(exercise, &built.warnings),
        _ => Vec::new(),
    };
    Ok(Finding { file, line, result, diagnosis, warnings })
}

/// That code stands beside a `todo!`.
fn todo_left(exercise: &Exercise, written: &[u8], line: Option<usize>) -> Option<Diagnosis> {
    let place = format!("{}:{}", exercise.file(), line?);
    let says = format!(
        "{place} still has a `todo!(…)`, which ends each call there. Take that line out, and your code counts."
    );
    has_code_beside_todo(&String::from_utf8_lossy(written)).then(|| Diagnosis::new("todo_left", says))
}

/// What rustc warns of in an exercise's file, in a line each.
fn warnings(exercise: &Exercise, all: &[Message]) -> Vec<String> {
    let file = exercise.file();
    let own = all.iter().filter(|warning| warning.is_about(&exercise.source().path()));
    let lines = own.filter_map(|warning| {
        let message = warning.message.lines().next()?;
        Some(plain(&format!("{file}:{}: {message}", warning.primary()?.line_start), MOST_OF_A_WARNING))
    });
    lines.take(MOST_WARNINGS).collect()
}

/// Where an exercise fails and calls another that fails, the other is to be mended first: whatever this one computes,
/// it computes it from wrong numbers.
fn blame_neighbours(findings: &mut [(&Exercise, Finding)], written: &Submission) {
    let fails = |finding: &Finding| {
        let verdicts = finding.result.as_ref().ok();
        verdicts.is_some_and(|verdicts| {
            verdicts.outcomes.values().any(|outcome| outcome.status != Status::Passed)
        })
    };
    let failing: Vec<&Exercise> =
        findings.iter().filter(|(_, finding)| fails(finding)).map(|(exercise, _)| *exercise).collect();
    for (exercise, finding) in
        findings.iter_mut().filter(|(exercise, _)| failing.iter().any(|it| it.name == exercise.name))
    {
        let Some(file) = written.files.get(&exercise.name) else { continue };
        let others = failing.iter().filter(|other| other.name != exercise.name);
        if let Some(other) = others.into_iter().find(|other| calls(&file.content, other)) {
            let says = format!(
                "This calls {}, which is wrong itself: mend {} first, and then grade this again.",
                other.title,
                other.file()
            );
            finding.diagnosis = Some(Diagnosis::new("calls_a_wrong_neighbour", says));
        }
    }
}

/// Leaves out what was found by checks that no longer count, and what only these had to be explained.
fn leave_out_others(exercise: &Exercise, finding: &mut Finding) {
    let Ok(verdicts) = &mut finding.result else { return };
    let ids: Vec<String> = exercise.checks.iter().map(|check| exercise.id(check)).collect();
    verdicts.outcomes.retain(|id, _| ids.contains(id));
    verdicts.printed.retain(|id, _| ids.contains(id));
    let is_open = verdicts.outcomes.values().any(|outcome| outcome.status == Status::NotImplemented);
    if !is_open && !deserves_diagnosis(verdicts) {
        finding.diagnosis = None;
    }
    if !is_wrong(verdicts) {
        finding.warnings.clear();
    }
}

fn is_wrong(verdicts: &Verdicts) -> bool {
    verdicts
        .outcomes
        .values()
        .any(|outcome| !matches!(outcome.status, Status::Passed | Status::NotImplemented))
}

fn crashes(verdicts: &Verdicts) -> bool {
    verdicts.outcomes.values().any(|outcome| outcome.status == Status::Crashed)
}

/// Whether there is something of the learner's to explain.
fn deserves_diagnosis(verdicts: &Verdicts) -> bool {
    let answered = |status| {
        matches!(
            status,
            Status::WrongValue | Status::WrongShape | Status::Panicked | Status::TimedOut | Status::Crashed
        )
    };
    verdicts.outcomes.values().any(|outcome| answered(outcome.status))
}

//! What several renderers say in the same words.
//!
//! Whatever leaves here has gone through [`plain`], because a learner's code may have written it.

use crate::report::{CheckReport, ExerciseReport, Origin, Progress, Report};
use crate::submission::left_out;
use grader::outcome::{Outcome, Status};
use grader::rubric::Track;
use grader::sanitize::plain;

/// A status as the report's JSON has it.
pub fn word(status: &Status) -> String {
    serde_json::to_value(status).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What stands over a report.
pub fn title(report: &Report) -> &'static str {
    match report.subject {
        Origin::Solutions => "Activations: the reference",
        Origin::Submission => "Activations: a submission",
        Origin::Exercises => "Activations",
    }
}

/// What is said where nothing was found to grade, or where the grader, and not a learner, is to blame;
/// `None` where all was judged.
pub fn apology(report: &Report, longest: usize) -> Option<String> {
    match &report.error {
        Some(error) => Some(format!(
            "This could not be graded, and that is not the student's fault.\n{}",
            plain(error, longest)
        )),
        None if report.empty.is_some() => {
            let why = report.empty.as_deref().unwrap_or_default();
            Some(plain(&format!("Nothing was found to grade: {why}."), longest))
        }
        None if !report.is_complete() => {
            Some("Not every check could be judged, and that is not the student's fault.".to_owned())
        }
        None => None,
    }
}

/// The points that count, such as `84 / 100 points`.
pub fn points(report: &Report) -> String {
    let counted = report.counted();
    let beyond = if counts_beyond(report) { " beyond the core" } else { "" };
    format!("{} / {} points{beyond}", counted.score, counted.max_score)
}

/// The points beyond the core, where they are shown beside those that count.
pub fn points_beyond(report: &Report) -> Option<String> {
    let is_beside = report.of(Track::Beyond).next().is_some() && !counts_beyond(report);
    is_beside.then(|| format!("{} / {} points of their own", report.beyond.score, report.beyond.max_score))
}

fn counts_beyond(report: &Report) -> bool {
    !report.exercises.is_empty() && report.of(Track::Core).next().is_none()
}

/// An exercise's name where those of the core stand beside it.
pub fn titled(exercise: &ExerciseReport) -> String {
    let beyond = if exercise.is_core() { "" } else { "Beyond: " };
    format!("{beyond}{}", exercise.title)
}

/// How far an exercise has come.
pub fn progress(exercise: &ExerciseReport) -> String {
    let passed = exercise.checks.iter().filter(|check| check.points > 0).count();
    match exercise.status {
        Progress::Done => "done".to_owned(),
        Progress::Partial => format!("{passed} of {} checks pass", exercise.checks.len()),
        Progress::NotStarted => "not started".to_owned(),
        Progress::Missing => "missing".to_owned(),
        Progress::Ambiguous => "more than one file".to_owned(),
        Progress::Refused => "refused".to_owned(),
        Progress::NotCompiled => "does not compile".to_owned(),
        Progress::NotCompiledInTime => "did not compile in time".to_owned(),
    }
}

/// The file and the line to open.
pub fn place(exercise: &ExerciseReport) -> String {
    match exercise.line {
        Some(line) => format!("{}:{line}", exercise.file),
        None => format!("{} ({})", exercise.file, progress(exercise)),
    }
}

/// Whether there is nothing yet that could be explained.
pub fn is_untouched(report: &Report) -> bool {
    let is_empty = |progress| matches!(progress, Progress::NotStarted | Progress::Missing);
    report.exercises.iter().all(|exercise| is_empty(exercise.status))
}

/// A check's name, such as `keeps positive values`.
pub fn name(check: &CheckReport) -> String {
    in_words(&check.id)
}

/// The name of the check with this id, or name, in words.
pub fn in_words(id: &str) -> String {
    let words = id.rsplit("::").next().unwrap_or_default().split('_');
    words.map(|word| if word == "nan" { "NaN" } else { word }).collect::<Vec<_>>().join(" ")
}

/// How a check ended, such as `wrong value`.
pub fn ending(check: &CheckReport) -> String {
    word(&check.outcome.status).replace('_', " ")
}

/// The numbers of a check, each behind its label; none where its message says them all.
pub fn numbers(check: &CheckReport) -> impl Iterator<Item = (&'static str, &str)> {
    let Outcome { input, expected, got, .. } = &check.outcome;
    let labelled = [("input", input), ("expected", expected), ("got", got)];
    let labelled = labelled.into_iter().filter(|_| !check.outcome.is_of_one_number());
    labelled.filter_map(|(label, value)| Some((label, value.as_deref()?)))
}

/// What stands below a check's message, each behind its label: numbers, how to ask again, and what to try. A slip
/// that has a name says more than the check's hint, which is silent then.
pub fn details(exercise: &ExerciseReport, check: &CheckReport) -> Vec<(&'static str, String)> {
    let mut details: Vec<(&str, String)> =
        numbers(check).map(|(label, value)| (label, value.to_owned())).collect();
    details.extend(check.outcome.again.as_ref().map(|again| ("try", format!("cargo try {again}"))));
    if check.outcome.status != Status::NotJudged && !is_explained(exercise, check) {
        details.push(("hint", check.hint.clone()));
    }
    details
}

/// Whether the exercise's diagnosis is what is behind this check's failure.
fn is_explained(exercise: &ExerciseReport, check: &CheckReport) -> bool {
    let first = exercise.first_failure();
    exercise.diagnosis.is_some() && first.is_some_and(|first| first.outcome.status == check.outcome.status)
}

/// What is to be said of the checks that do not pass, beside the first: how many fail, and how many are not
/// judged, and why.
pub fn others(exercise: &ExerciseReport) -> Vec<String> {
    let (same, own): (Vec<_>, Vec<_>) =
        exercise.other_failures().partition(|check| is_explained(exercise, check));
    let mut lines = Vec::new();
    let fail = |count: usize| if count == 1 { "fails" } else { "fail" };
    if !same.is_empty() {
        lines.push(format!("{} more {}, for the same reason", same.len(), fail(same.len())));
    }
    if !own.is_empty() {
        let names: Vec<String> = own.iter().map(|check| name(check)).collect();
        lines.push(format!("{} more {}: {}", own.len(), fail(own.len()), names.join(", ")));
    }
    lines.extend(exercise.not_judged().into_iter().map(|(why, checks)| format!("{} {why}", checks.len())));
    lines
}

/// All that is to be said of a check, in lines: what is behind the exercise's failures leads, where
/// this is its first.
pub fn account(exercise: &ExerciseReport, check: &CheckReport, longest: usize) -> String {
    if check.outcome.status == Status::Passed {
        return String::new();
    }
    let mut lines = Vec::new();
    let leads = exercise.first_failure().is_some_and(|first| first.id == check.id);
    if let Some(diagnosis) = exercise.diagnosis.as_ref().filter(|_| leads) {
        lines.push(diagnosis.says.clone());
    }
    lines.push(check.outcome.message.clone());
    lines.extend(details(exercise, check).iter().map(|(label, value)| format!("{label:8} {value}")));
    if let Some(first) = exercise.first_failure().filter(|_| !leads && is_explained(exercise, check)) {
        lines.push(format!("It fails for the same reason as `{}`.", name(first)));
    }
    plain(&lines.join("\n"), longest)
}

/// What is to be said of the whole, in lines: apologies, each exercise, and remarks.
pub fn overview(report: &Report, longest: usize) -> String {
    let mut lines: Vec<String> = apology(report, longest).into_iter().collect();
    for exercise in &report.exercises {
        let points = format!("{} / {} points", exercise.score, exercise.max_score);
        lines.push(format!("{}: {points}, {}", titled(exercise), progress(exercise)));
        if exercise.status == Progress::Done {
            continue;
        }
        lines.extend(exercise.diagnosis.as_ref().map(|diagnosis| format!("  {}", diagnosis.says)));
        for (label, text) in foreign(exercise, longest) {
            lines.push(format!("  {label}:"));
            lines.extend(text.lines().map(|line| format!("    {line}")));
        }
    }
    lines.extend(remarks(report));
    plain(&lines.join("\n"), usize::MAX)
}

/// That there are more errors than the one that is shown, and how to see them.
pub fn more_errors(count: usize) -> String {
    let errors = if count == 1 { "error" } else { "errors" };
    format!("{count} more {errors}, which may follow from the first; all of them: cargo check -p exercises")
}

/// Whole texts that are not ours, each behind its label: the compiler's, and what was printed.
pub fn foreign(exercise: &ExerciseReport, longest: usize) -> Vec<(&'static str, String)> {
    let texts =
        [("rustc says", exercise.compile_error.as_deref()), ("your code printed", Some(&exercise.printed))];
    let there = texts.into_iter().filter_map(|(label, text)| Some((label, plain(text?, longest))));
    there.filter(|(_, text)| !text.trim().is_empty()).collect()
}

/// What is to be said of the grading itself.
pub fn remarks(report: &Report) -> Vec<String> {
    let changed = report.changed_given.iter().map(|given| given.says.clone());
    changed.chain(remarks_on_files(report)).collect()
}

/// The same, but for given files that were changed.
pub fn remarks_on_files(report: &Report) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(sandbox) = report.sandbox.as_ref().filter(|sandbox| !sandbox.missing.is_empty()) {
        remarks.push(format!("Not locked up on this system: {}.", sandbox.missing.join("; ")));
    }
    remarks.extend(report.taken.iter().map(|taken| format!("{}: {}.", taken.file, taken.note)));
    remarks.extend(left_out(&report.ignored));
    remarks
}

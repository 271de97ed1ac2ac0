//! The report's last words: what to do next.

use super::terminal::wrap;
use super::words::{self, place};
use crate::report::{ExerciseReport, Origin, Progress, Report};
use grader::rubric::Track;

/// What to do next, in lines of a terminal; `is_watching` says that a save is graded by itself.
pub fn next_step(report: &Report, is_watching: bool) -> String {
    if (report.error.is_some() || report.empty.is_some())
        && let Some(apology) = words::apology(report, usize::MAX)
    {
        return if report.error.is_some() { apology + "\n" } else { wrap(&apology, "", "", 0) };
    }
    let lines = [done(report), unsaved(report), Some(next_while(report, is_watching))];
    lines.iter().flatten().flat_map(|lines| lines.lines()).map(|line| wrap(line, "", "", 0)).collect()
}

/// What has just been done, and what that gives a network.
fn done(report: &Report) -> Option<String> {
    let done = report.exercises.iter().filter(|exercise| exercise.is_newly_done());
    let lines: Vec<String> =
        done.map(|exercise| format!("{} is done. {}", exercise.title, exercise.gives)).collect();
    (report.subject == Origin::Exercises && !lines.is_empty()).then(|| lines.join("\n"))
}

/// That nothing has changed where something should have.
fn unsaved(report: &Report) -> Option<String> {
    let first = report.exercises.iter().find(|exercise| exercise.status != Progress::Done)?;
    let is_same =
        first.before.is_some_and(|before| before.is_same_file) && first.status != Progress::NotStarted;
    // Whoever has worked at another file has not forgotten to save this one.
    let others = report.exercises.iter().filter_map(|exercise| exercise.before);
    let is_same = is_same && others.into_iter().all(|before| before.is_same_file);
    let file = first.source.shown();
    is_same.then(|| format!("{file} is the same as last time. Is it saved?"))
}

/// What to do next, in a sentence or two.
pub fn next(report: &Report) -> String {
    next_while(report, false)
}

fn next_while(report: &Report, is_watching: bool) -> String {
    let untouched = words::is_untouched(report);
    let next = report.exercises.iter().find(|exercise| exercise.status != Progress::Done);
    match next {
        None => with_more(report, all_done(report)),
        // Before the welcome, which says what to do in the file.
        Some(first) if matches!(first.status, Progress::Missing | Progress::Ambiguous) => {
            let check = first.first_failure();
            let (what, hint) =
                check.map(|check| (check.outcome.message.as_str(), check.hint.as_str())).unwrap_or_default();
            format!("Next: {}: {what}. {hint}", first.title)
        }
        // Whoever looks beyond the core first knows how it goes.
        Some(first) if untouched && first.is_core() && report.subject == Origin::Exercises => {
            let again = match is_watching {
                true => "and save: what you wrote is graded at once".to_owned(),
                false => {
                    "and run cargo grade again; cargo watch-exercises does so after each save".to_owned()
                }
            };
            format!(
                "Welcome! All {} checks report \"not implemented yet\", which is where everybody starts.\n\
                 Next: open {}, replace the todo!(…) by your code, {again}. The comment above the todo!(…) \
                 says what to do, step by step. What it is all about: cargo lesson. Stuck? cargo hint.",
                report.checks(),
                place(first),
            )
        }
        Some(first) if report.is_core_done() && !report.of(Track::Beyond).any(is_begun) => {
            with_more(report, all_done(report)) + &format!(" Next: {}, at {}", first.title, place(first))
        }
        Some(first) if first.status == Progress::NotStarted => {
            format!("Next: {}, at {}. What it is for: cargo lesson {}", first.title, place(first), first.name)
        }
        Some(first) => {
            let points = first.max_score - first.score;
            format!("Next: {}, at {}: {points} points to go.", first.title, place(first))
        }
    }
}

fn is_begun(exercise: &ExerciseReport) -> bool {
    !matches!(exercise.status, Progress::NotStarted | Progress::Missing)
}

/// That there is more to write, once a learner's core is done.
fn with_more(report: &Report, text: String) -> String {
    let left = report.beyond.max_score - report.beyond.score;
    if report.subject != Origin::Exercises || !report.is_core_done() || left == 0 {
        return text;
    }
    format!(
        "{text}\nThere is more to write beyond the core, for {left} points of their own: cargo grade beyond."
    )
}

fn all_done(report: &Report) -> String {
    let all = if report.withheld > 0 { "All visible checks pass" } else { "All checks pass" };
    let next = report.next.as_ref().filter(|_| !report.is_core_done());
    match (next, report.subject) {
        (Some(next), Origin::Exercises) => {
            format!("{all} here. Next: {}, at {}: cargo grade {}", next.title, next.place, next.name)
        }
        (None, Origin::Exercises) => format!(
            "{all}, and the core is complete: you have written what bends every layer's \
             output, and the network now runs for real, on your functions. \
             See it learn: cargo train; and at work: cargo tour. Pack what you hand in: cargo handin"
        ),
        _ => format!("{all}."),
    }
}

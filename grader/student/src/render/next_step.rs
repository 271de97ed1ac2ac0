//! The report's last words: what to do next.

use super::terminal::wrap;
use super::words::{self, place};
use crate::report::{Origin, Progress, Report};

/// What to do next, in lines of a terminal.
pub fn next_step(report: &Report) -> String {
    if (report.error.is_some() || report.empty.is_some())
        && let Some(apology) = words::apology(report, usize::MAX)
    {
        return if report.error.is_some() { apology + "\n" } else { wrap(&apology, "", "", 0) };
    }
    next(report).lines().map(|line| wrap(line, "", "", 0)).collect()
}

/// What to do next, in a sentence or two.
pub fn next(report: &Report) -> String {
    let untouched = words::is_untouched(report);
    let next = report.exercises.iter().find(|exercise| exercise.status != Progress::Done);
    match next {
        None => all_done(report),
        // Before the welcome, which says what to do in the file.
        Some(first) if matches!(first.status, Progress::Missing | Progress::Ambiguous) => {
            let check = first.first_failure();
            let (what, hint) =
                check.map(|check| (check.outcome.message.as_str(), check.hint.as_str())).unwrap_or_default();
            format!("Next: {}: {what}. {hint}", first.title)
        }
        Some(first) if untouched && report.subject == Origin::Exercises => format!(
            "Welcome! All {} checks report \"not implemented yet\", which is where everybody starts.\n\
             Next: open {}, replace the todo!(…) by your code, and run cargo make grade again; \
             cargo make watch does so after each save. The comment above the todo!(…) says what to do, \
             step by step. Stuck? cargo make hint.",
            report.checks(),
            place(first),
        ),
        Some(first) if first.status == Progress::NotStarted => {
            format!("Next: {}, at {}", first.title, place(first))
        }
        Some(first) => {
            let points = first.max_score - first.score;
            format!("Next: {}, at {}: {points} points to go.", first.title, place(first))
        }
    }
}

fn all_done(report: &Report) -> String {
    let all = if report.withheld > 0 { "All visible checks pass" } else { "All checks pass" };
    let is_whole = report.exercises.len() == report.exercises_in_all;
    match report.subject {
        Origin::Exercises if is_whole => format!(
            "{all}, and the lesson is complete: you have written what bends every layer's \
             output, and the network now runs for real, on your functions. \
             See it at work: cargo make tour"
        ),
        Origin::Exercises => format!("{all} here. The others: cargo make grade"),
        _ => format!("{all}."),
    }
}

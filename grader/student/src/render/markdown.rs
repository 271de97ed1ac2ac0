//! The report for a person, as Markdown.
//!
//! What a learner's code may have written stands in code, where nothing becomes markup.

use super::words::{
    apology, details as labelled, ending, foreign, name, others, place, points, points_beyond, progress,
    remarks, title, titled,
};
use crate::report::{CheckReport, ExerciseReport, Progress, Report};
use grader::outcome::Status;
use grader::sanitize::plain;

/// How much of each text is shown, in characters: whole, and in a cell of the table.
const LONGEST: usize = 8_000;
const LONGEST_CELL: usize = 100;

/// Title, points of each exercise, what to do next in each, and every check.
pub fn markdown(report: &Report) -> String {
    let mut text = format!("# {}\n\n**{}**\n", title(report), points(report));
    if let Some(points) = points_beyond(report) {
        text += &format!("\nBeyond: {points}\n");
    }
    if let Some(apology) = apology(report, LONGEST) {
        text += &fenced(&apology);
    }
    if !report.exercises.is_empty() {
        text += "\n| Exercise | Points | |\n|:--|--:|:--|\n";
        text.extend(report.exercises.iter().map(row));
        let unfinished = report.exercises.iter().filter(|exercise| exercise.status != Progress::Done);
        text.extend(unfinished.map(details));
        text += "\n## All checks\n\n| Exercise | Check | Points | | |\n|:--|:--|--:|:--|:--|\n";
        for exercise in &report.exercises {
            text.extend(exercise.checks.iter().map(|check| check_row(exercise, check)));
        }
    }
    let remarks = remarks(report);
    if !remarks.is_empty() {
        text += "\n## Remarks\n\n";
        text.extend(remarks.iter().map(|remark| format!("- {}\n", code(&plain(remark, LONGEST)))));
    }
    text
}

fn row(exercise: &ExerciseReport) -> String {
    let ExerciseReport { score, max_score, .. } = exercise;
    let title = titled(exercise);
    format!("| {title} | {score} / {max_score} | {} |\n", progress(exercise))
}

fn details(exercise: &ExerciseReport) -> String {
    let mut text = format!("\n## {}\n\n{}\n", titled(exercise), code(&plain(&place(exercise), LONGEST)));
    if let Some(diagnosis) = &exercise.diagnosis {
        text += &format!("\n> **{}**\n", escaped(&diagnosis.says));
    }
    if let Some(check) = exercise.first_failure() {
        let (hints, others): (Vec<_>, Vec<_>) =
            labelled(exercise, check).into_iter().partition(|(label, _)| *label == "hint");
        if exercise.compile_error.is_none() {
            text += &first_failure(check, &others);
        }
        // Hints are written in Markdown, by whoever writes the checks.
        text.extend(hints.iter().map(|(_, hint)| format!("\nHint: {hint}\n")));
    }
    if exercise.status == Progress::Partial {
        text.extend(others(exercise).iter().map(|line| format!("\n… {}\n", escaped(&plain(line, LONGEST)))));
    }
    for (label, foreign) in foreign(exercise, LONGEST) {
        text += &format!("\nWhat {label}:\n{}", fenced(&foreign));
    }
    text
}

fn first_failure(check: &CheckReport, labelled: &[(&str, String)]) -> String {
    let mut lines = vec![check.outcome.message.clone()];
    lines.extend(labelled.iter().map(|(label, value)| format!("{label:8} {value}")));
    let text = fenced(&plain(&lines.join("\n"), LONGEST));
    format!("\nThe first check that fails: **{}**\n{text}", escaped(&name(check)))
}

fn check_row(exercise: &ExerciseReport, check: &CheckReport) -> String {
    let message = plain(&check.outcome.message, LONGEST_CELL);
    let message = if message.trim().is_empty() { String::new() } else { cell(&code(&message)) };
    let mark = match check.outcome.status {
        Status::Passed => '✓',
        Status::NotJudged | Status::NotRun => '○',
        _ => '✗',
    };
    format!(
        "| {} | {} | {} / {} | {mark} {} | {message} |\n",
        titled(exercise),
        escaped(&name(check)),
        check.points,
        check.max_points,
        ending(check)
    )
}

/// A block of code, between fences that are longer than any in it.
fn fenced(text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("\n{fence}text\n{}\n{fence}\n", text.trim_end())
}

/// One line of code, likewise.
fn code(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fence = "`".repeat(longest_run(&line) + 1);
    let space = if line.contains('`') { " " } else { "" };
    format!("{fence}{space}{line}{space}{fence}")
}

/// How many backticks follow each other at most.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

/// Markdown in a cell of a table. A backslash in front of a bar of ours would otherwise undo the one
/// that keeps it from ending the cell.
fn cell(text: &str) -> String {
    text.replace("\\|", "\\ |").replace('|', "\\|")
}

/// Words of ours that were not written as Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for symbol in text.chars() {
        if matches!(symbol, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#') {
            escaped.push('\\');
        }
        escaped.push(symbol);
    }
    escaped
}

//! The report as a learner reads it: one screen, 80 columns, the next step last.

use anstyle::{AnsiColor, Style};

use super::curves_text::curve_text;
use crate::curves::Curve;
use crate::report::{CheckReport, ExerciseReport, Progress, Report};

/// Widest line.
const WIDTH: usize = 80;

/// Length of a progress bar.
const BAR: u32 = 36;

/// How much of rustc's message, and of what the learner's code printed, is shown.
const COMPILER_LINES: usize = 14;
const PRINTED_LINES: usize = 3;

/// How many files are named that were left out for one reason.
const MOST_IGNORED: usize = 5;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// Which characters the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbols {
    /// All of them.
    Unicode,
    /// Only ASCII.
    Ascii,
}

/// The report with colours in it; whoever prints it strips them where they are not wanted.
pub fn terminal(report: &Report, symbols: Symbols) -> String {
    terminal_with_curves(report, &[], symbols)
}

/// The same, with curves below the sections of their exercises.
pub fn terminal_with_curves(report: &Report, curves: &[Curve], symbols: Symbols) -> String {
    let mut text = String::from("\n");
    headline(&mut text, report);
    for exercise in &report.exercises {
        bar(&mut text, exercise);
    }
    let untouched = report.exercises.iter().all(|exercise| exercise.status == Progress::NotStarted);
    for exercise in &report.exercises {
        let curve = curves.iter().find(|curve| curve.exercise == exercise.name);
        if !untouched {
            details(&mut text, exercise);
        }
        if let Some(curve) = curve {
            if untouched || exercise.first_failure().is_none() {
                heading(&mut text, exercise);
            }
            text += &curve_text(curve, symbols);
        }
    }
    remarks(&mut text, report);
    text += "\n";
    text += &closing(report, untouched);
    match symbols {
        Symbols::Unicode => text,
        Symbols::Ascii => ascii(&text),
    }
}

/// The report without colours.
pub fn plain_terminal(report: &Report, symbols: Symbols) -> String {
    anstream::adapter::strip_str(&terminal(report, symbols)).to_string()
}

fn headline(text: &mut String, report: &Report) {
    let total = format!("{} / {} points", report.score, report.max_score);
    let title = match report.subject.as_str() {
        "solutions" => "Activations: the reference",
        "submission" => "Activations: a submission",
        _ => "Activations",
    };
    let space = WIDTH - title.len() - total.len();
    *text += &format!("{BOLD}{title}{BOLD:#}{:space$}{BOLD}{total}{BOLD:#}\n\n", "");
}

fn bar(text: &mut String, exercise: &ExerciseReport) {
    let full = (exercise.score * BAR).checked_div(exercise.max_score).unwrap_or_default();
    let passed = exercise.checks.iter().filter(|check| check.points > 0).count();
    let (colour, words) = match exercise.status {
        Progress::Done => (GOOD, "done".to_owned()),
        Progress::Partial => (BAD, format!("{passed} of {} checks pass", exercise.checks.len())),
        Progress::NotStarted => (FAINT, "not started".to_owned()),
        Progress::NotCompiled => (BAD, "does not compile".to_owned()),
        Progress::NotCompiledInTime => (BAD, "did not compile in time".to_owned()),
    };
    *text += &format!(
        "  {:8} {GOOD}{}{GOOD:#}{FAINT}{}{FAINT:#} {:>2} / {:<2}  {colour}{words}{colour:#}\n",
        exercise.title,
        "█".repeat(full as usize),
        "░".repeat((BAR - full) as usize),
        exercise.score,
        exercise.max_score,
    );
}

fn details(text: &mut String, exercise: &ExerciseReport) {
    let Some(check) = exercise.first_failure() else { return };
    heading(text, exercise);
    if let Some(diagnosis) = &exercise.diagnosis {
        *text += &wrap(&diagnosis.says, &format!("  {BOLD}→{BOLD:#} "), "    ", 4);
    }
    match (&exercise.compile_error, exercise.status) {
        (Some(error), _) => {
            *text += &format!("  {BAD}✗{BAD:#} rustc says:\n");
            cut(text, error, COMPILER_LINES);
        }
        (None, Progress::NotStarted) => *text += &format!("  {FAINT}not implemented yet{FAINT:#}\n"),
        (None, _) => first_failure(text, check),
    }
    if !exercise.printed.trim().is_empty() {
        *text += &format!("    {FAINT}your code printed:{FAINT:#}\n");
        cut(text, &exercise.printed, PRINTED_LINES);
    }
}

fn heading(text: &mut String, exercise: &ExerciseReport) {
    *text += &format!("\n{BOLD}{}{BOLD:#}  {}\n", exercise.title, place(exercise));
}

fn first_failure(text: &mut String, check: &CheckReport) {
    let name = check.id.rsplit("::").next().unwrap_or_default().replace('_', " ");
    let outcome = &check.outcome;
    *text += &wrap(&format!("{name}: {}", outcome.message), &format!("  {BAD}✗{BAD:#} "), "    ", 4);
    for (label, value) in [
        ("input", outcome.input.as_ref()),
        ("expected", outcome.expected.as_ref()),
        ("got", outcome.got.as_ref()),
        ("hint", Some(&check.hint)),
    ] {
        if let Some(value) = value {
            let label = format!("    {FAINT}{label:8}{FAINT:#} ");
            *text += &wrap(value, &label, &" ".repeat(13), 13);
        }
    }
}

/// What is to be said of the grading itself.
fn remarks(text: &mut String, report: &Report) {
    let mut remarks = String::new();
    let mut remark = |words: String| remarks += &wrap(&words, "", "", 0);
    if let Some(sandbox) = report.sandbox.as_ref().filter(|sandbox| !sandbox.missing.is_empty()) {
        remark(format!("Not locked up on this system: {}.", sandbox.missing.join("; ")));
    }
    let mut reasons: Vec<&str> = report.ignored.iter().map(|left| left.why).collect();
    reasons.dedup();
    for why in reasons {
        let files = report.ignored.iter().filter(|left| left.why == why).map(|left| left.file.as_str());
        let mut files: Vec<&str> = files.collect();
        let more = files.len().saturating_sub(MOST_IGNORED);
        files.truncate(MOST_IGNORED);
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        remark(format!("Left out: {}{more} ({why}).", files.join(", ")));
    }
    if !remarks.is_empty() {
        *text += "\n";
        *text += &remarks;
    }
}

fn closing(report: &Report, untouched: bool) -> String {
    let next = report.exercises.iter().find(|exercise| exercise.status != Progress::Done);
    let words = match next {
        None => {
            let all = if report.withheld > 0 { "All visible checks pass" } else { "All checks pass" };
            match report.subject.as_str() {
                "exercises" => format!(
                    "{all}, and the lesson is complete: you have written what bends every layer's \
                     output. See it at work in a network: cargo make tour"
                ),
                _ => format!("{all}."),
            }
        }
        Some(first) if untouched && report.subject == "exercises" => format!(
            "Welcome! All {} checks report \"not implemented yet\", which is where everybody starts.\n\
             Next: open {}, replace the todo!(…) by your code, and run cargo make grade again. \
             The comment above it says what to do, step by step.",
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
    };
    words.lines().map(|line| wrap(line, "", "", 0)).collect()
}

fn place(exercise: &ExerciseReport) -> String {
    match exercise.line {
        Some(line) => format!("{}:{line}", exercise.file),
        None => format!("{} (missing)", exercise.file),
    }
}

/// Wraps words behind a first line's start that is `taken` columns wide.
fn wrap(words: &str, first: &str, rest: &str, taken: usize) -> String {
    let lines = textwrap::wrap(words, WIDTH - taken);
    lines
        .iter()
        .enumerate()
        .map(|(number, line)| format!("{}{line}\n", if number == 0 { first } else { rest }))
        .collect()
}

/// The first lines of a text that is not ours, cut at the edge of the screen.
fn cut(text: &mut String, foreign: &str, most: usize) {
    let lines: Vec<&str> = foreign.lines().skip_while(|line| line.trim().is_empty()).collect();
    for line in lines.iter().take(most) {
        let mut line = format!("    {line}");
        if line.chars().count() > WIDTH {
            line = line.chars().take(WIDTH - 1).chain(['…']).collect();
        }
        *text += line.trim_end();
        *text += "\n";
    }
    if lines.len() > most {
        *text += &format!("    {FAINT}… and {} more lines{FAINT:#}\n", lines.len() - most);
    }
}

/// The same in ASCII: what has no counterpart becomes a question mark.
fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for symbol in text.chars() {
        match symbol {
            '█' => plain.push('#'),
            '░' => plain.push('.'),
            '✗' => plain.push('x'),
            '−' | '–' => plain.push('-'),
            '…' => plain += "...",
            '≈' => plain.push('~'),
            '∞' => plain += "inf",
            '→' => plain += "->",
            '‘' | '’' => plain.push('\''),
            _ if symbol.is_ascii() => plain.push(symbol),
            _ => plain.push('?'),
        }
    }
    plain
}

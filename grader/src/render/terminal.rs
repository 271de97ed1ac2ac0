//! The report as a learner reads it: one screen, 80 columns, the next step last.

use anstyle::{AnsiColor, Style};

use super::words::{self, place};
use crate::report::{CheckReport, ExerciseReport, Progress, Report};

/// Widest line.
const WIDTH: usize = 80;

/// Length of a progress bar.
const BAR: u32 = 36;

/// How much of rustc's message, and of what the learner's code printed, is shown.
const COMPILER_LINES: usize = 14;
const PRINTED_LINES: usize = 3;

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
    let mut text = String::from("\n");
    headline(&mut text, report);
    for exercise in &report.exercises {
        bar(&mut text, exercise);
    }
    let untouched = report.exercises.iter().all(|exercise| exercise.status == Progress::NotStarted);
    for exercise in report.exercises.iter().filter(|_| !untouched) {
        details(&mut text, exercise);
    }
    text += "\n";
    let remarks = words::remarks(report);
    if !remarks.is_empty() {
        text.extend(remarks.iter().map(|remark| wrap(remark, "", "", 0)));
        text += "\n";
    }
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
    let title = words::title(report);
    let space = WIDTH - title.len() - total.len();
    *text += &format!("{BOLD}{title}{BOLD:#}{:space$}{BOLD}{total}{BOLD:#}\n\n", "");
}

fn bar(text: &mut String, exercise: &ExerciseReport) {
    let full = (exercise.score * BAR).checked_div(exercise.max_score).unwrap_or_default();
    let colour = match exercise.status {
        Progress::Done => GOOD,
        Progress::NotStarted => FAINT,
        Progress::Partial | Progress::NotCompiled | Progress::NotCompiledInTime => BAD,
    };
    *text += &format!(
        "  {:8} {GOOD}{}{GOOD:#}{FAINT}{}{FAINT:#} {:>2} / {:<2}  {colour}{}{colour:#}\n",
        exercise.title,
        "█".repeat(full as usize),
        "░".repeat((BAR - full) as usize),
        exercise.score,
        exercise.max_score,
        words::progress(exercise),
    );
}

fn details(text: &mut String, exercise: &ExerciseReport) {
    let Some(check) = exercise.first_failure() else { return };
    *text += &format!("\n{BOLD}{}{BOLD:#}  {}\n", exercise.title, place(exercise));
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

fn first_failure(text: &mut String, check: &CheckReport) {
    let said = format!("{}: {}", words::name(check), check.outcome.message);
    *text += &wrap(&said, &format!("  {BAD}✗{BAD:#} "), "    ", 4);
    for (label, value) in words::numbers(check).chain([("hint", check.hint.as_str())]) {
        let label = format!("    {FAINT}{label:8}{FAINT:#} ");
        *text += &wrap(value, &label, &" ".repeat(13), 13);
    }
}

fn closing(report: &Report, untouched: bool) -> String {
    if report.error.is_some()
        && let Some(apology) = words::apology(report, usize::MAX)
    {
        return apology + "\n";
    }
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

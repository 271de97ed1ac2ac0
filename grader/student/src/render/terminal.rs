//! The report as a learner reads it: one screen, 80 columns, the next step last.

use anstyle::{AnsiColor, Style};

use super::compiler_words::fitted;
use super::course_progress::course_progress;
use super::curves_text::{BELOW, ROWS, curve_text};
use super::next_step::next_step;
use super::symbols::Symbols;
use super::words::{self, place};
use crate::curves::Curve;
use crate::given::CONSEQUENCE;
use crate::report::{CheckReport, ExerciseReport, Progress, Report};
use grader::outcome::Status;
use grader::rubric::Track;

/// Rows in which all of a report finds a place, more often than not.
const ROOMY: usize = 22;

/// Widest line.
const WIDTH: usize = 80;

/// What stands over the exercises beyond the core.
const BEYOND: &str = "Beyond";

/// Length of a progress bar.
const BAR: usize = 36;
const SHORTEST_BAR: usize = 10;

/// Columns of a title beside such a bar; a longer title takes columns from the bar.
const TITLE: usize = 8;

/// Columns in which rustc's message is shown: those of the window, within these bounds.
const NARROWEST: usize = 40;
const WIDEST: usize = 120;

/// How much of rustc's message, and of what the learner's code printed, is shown.
const COMPILER_LINES: usize = 60;
const PRINTED_LINES: usize = 10;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// Which unfinished exercises are explained, and not only shown as a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Details {
    /// All of them.
    All,
    /// The first one.
    First,
}

/// How a report is shown.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// With which characters.
    pub symbols: Symbols,
    /// How much of it.
    pub details: Details,
    /// How wide the window is.
    pub columns: usize,
    /// How many rows the window of `watch` has for the report, where that shows it.
    pub watch: Option<usize>,
}

impl Look {
    /// All of it, where nobody knows the window.
    pub fn of(symbols: Symbols) -> Self {
        Self { symbols, details: Details::All, columns: WIDTH, watch: None }
    }
}

/// The report with colours in it, and curves below the sections of their exercises; the caller strips colours where
/// they are not wanted.
pub fn terminal(report: &Report, curves: &[Curve], look: Look) -> String {
    let Look { symbols, details: shown, columns, watch } = look;
    if let Some(rows) = watch.filter(|&rows| rows < ROOMY) {
        return symbols.write(&match curves {
            [] => in_a_small_window(report, columns),
            [curve, ..] => curve_text(curve, symbols, rows.saturating_sub(BELOW).clamp(3, ROWS)),
        });
    }
    let mut text = String::from("\n");
    headline(&mut text, report);
    for exercise in report.of(Track::Core) {
        bar(&mut text, exercise, title_width(report));
    }
    if let Some(points) = words::points_beyond(report) {
        let space = WIDTH - BEYOND.len() - points.len();
        text += &format!("\n{BOLD}{BEYOND}{BOLD:#}{:space$}{points}\n\n", "");
    }
    for exercise in report.of(Track::Beyond) {
        bar(&mut text, exercise, title_width(report));
    }
    if !report.changed_given.is_empty() {
        text += "\n";
        for changed in &report.changed_given {
            text += &wrap(&format!("{}.", changed.what), &format!("  {BAD}!{BAD:#} "), "    ", 4);
        }
        text += &wrap(CONSEQUENCE, "    ", "    ", 4);
    }
    let mut most = match shown {
        _ if words::is_untouched(report) => 0,
        Details::All => usize::MAX,
        Details::First => 1,
    };
    for exercise in &report.exercises {
        // Of what is beyond the core and not begun, its bar says all.
        let is_waiting = !exercise.is_core() && exercise.status == Progress::NotStarted;
        let is_shown = exercise.status != Progress::Done && !is_waiting && most > 0;
        if is_shown {
            most -= 1;
            details(&mut text, exercise, columns);
        }
        if let Some(curve) = curves.iter().find(|curve| curve.exercise == exercise.name) {
            if !is_shown {
                heading(&mut text, exercise);
            }
            text += &curve_text(curve, symbols, ROWS);
        }
    }
    text += "\n";
    let remarks = words::remarks_on_files(report);
    if !remarks.is_empty() {
        text.extend(remarks.iter().map(|remark| wrap(remark, "", "", 0)));
        text += "\n";
    }
    text += &next_step(report, watch.is_some());
    symbols.write(&text)
}

/// The exercise at hand, its error first, below one line for everything else.
fn in_a_small_window(report: &Report, columns: usize) -> String {
    let one = |exercise: &ExerciseReport| match exercise.status {
        Progress::Done => format!("{GOOD}{} ✓{GOOD:#}", exercise.title),
        _ => format!("{} {} / {}", exercise.title, exercise.score, exercise.max_score),
    };
    let all: Vec<String> = report.exercises.iter().map(one).collect();
    let mut text = format!("{BOLD}{}{BOLD:#}  {}\n", words::points(report), all.join(" · "));
    let first = report.exercises.iter().find(|exercise| exercise.status != Progress::Done);
    match first {
        Some(exercise) if exercise.status != Progress::NotStarted => details(&mut text, exercise, columns),
        _ => text += &format!("\n{}", next_step(report, true)),
    }
    for changed in &report.changed_given {
        text += &wrap(&format!("{}.", changed.what), &format!("  {BAD}!{BAD:#} "), "    ", 4);
    }
    text
}

/// The report without colours.
pub fn plain_terminal(report: &Report, symbols: Symbols) -> String {
    anstream::adapter::strip_str(&terminal(report, &[], Look::of(symbols))).to_string()
}

fn headline(text: &mut String, report: &Report) {
    let gained = gained(report);
    let gained = if gained > 0 { format!(" (+{gained})") } else { String::new() };
    let total = format!("{}{gained}", words::points(report));
    let title = words::title(report);
    let space = WIDTH - title.len() - total.len();
    *text += &format!("{BOLD}{title}{BOLD:#}{:space$}{BOLD}{total}{BOLD:#}\n", "");
    if let Some(path) = course_progress(report) {
        *text += &format!("{path}\n");
    }
    *text += "\n";
}

/// How many points more there are than last time.
fn gained(report: &Report) -> i64 {
    let counts = |it: &&ExerciseReport| it.is_core() || report.of(Track::Core).next().is_none();
    let counted = report.exercises.iter().filter(counts);
    let gains = counted.filter_map(|it| Some(i64::from(it.score) - i64::from(it.before?.score)));
    gains.sum()
}

/// Columns of the longest title; as many as the shortest bars leave, at most.
fn title_width(report: &Report) -> usize {
    let longest = report.exercises.iter().map(|exercise| exercise.title.chars().count()).max();
    longest.unwrap_or_default().clamp(TITLE, TITLE + BAR - SHORTEST_BAR)
}

fn bar(text: &mut String, exercise: &ExerciseReport, width: usize) {
    let all = BAR + TITLE - width;
    let full = (exercise.score as usize * all).checked_div(exercise.max_score as usize).unwrap_or_default();
    let colour = match exercise.status {
        Progress::Done => GOOD,
        Progress::NotStarted => FAINT,
        Progress::Partial
        | Progress::Missing
        | Progress::Ambiguous
        | Progress::Refused
        | Progress::NotCompiled
        | Progress::NotCompiledInTime => BAD,
    };
    *text += &format!(
        "  {:width$.width$} {GOOD}{}{GOOD:#}{FAINT}{}{FAINT:#} {:>2} / {:<2}  {colour}{}{colour:#}\n",
        exercise.title,
        "█".repeat(full),
        "░".repeat(all - full),
        exercise.score,
        exercise.max_score,
        words::progress(exercise),
    );
}

fn details(text: &mut String, exercise: &ExerciseReport, columns: usize) {
    let Some(check) = exercise.first_failure() else { return };
    heading(text, exercise);
    if let Some(diagnosis) = &exercise.diagnosis {
        *text += &wrap(&diagnosis.says, &format!("  {BOLD}→{BOLD:#} "), "    ", 4);
    }
    match (&exercise.compile_error, exercise.status) {
        (Some(error), _) => compile_error(text, exercise, error, columns),
        (None, Progress::NotStarted) => *text += &format!("  {FAINT}not implemented yet{FAINT:#}\n"),
        (None, Progress::Missing | Progress::Ambiguous) => {
            *text += &wrap(&check.outcome.message, &format!("  {BAD}✗{BAD:#} "), "    ", 4);
            *text += &wrap(&check.hint, &format!("    {FAINT}hint    {FAINT:#} "), &" ".repeat(13), 13);
        }
        (None, _) => first_failure(text, exercise, check),
    }
    for warning in &exercise.warnings {
        *text += &wrap(warning, &format!("    {FAINT}rustc warns{FAINT:#} "), &" ".repeat(16), 16);
    }
    if !exercise.printed.trim().is_empty() {
        *text += &format!("    {FAINT}your code printed:{FAINT:#}\n");
        cut(text, &exercise.printed, PRINTED_LINES);
    }
    if exercise.status == Progress::Partial {
        for line in words::others(exercise) {
            *text += &wrap(&line, &format!("  {FAINT}…{FAINT:#} "), "    ", 4);
        }
    }
}

fn compile_error(text: &mut String, exercise: &ExerciseReport, error: &str, columns: usize) {
    if !error.is_empty() {
        *text += &format!("  {BAD}✗{BAD:#} rustc says:\n");
        let lines = fitted(error, columns.clamp(NARROWEST, WIDEST) - 4);
        lines.iter().take(COMPILER_LINES).for_each(|line| *text += &format!("    {line}\n"));
    }
    if exercise.more_errors > 0 {
        let more = words::more_errors(exercise.more_errors);
        *text += &wrap(&more, &format!("  {FAINT}…{FAINT:#} "), "    ", 4);
    }
}

fn heading(text: &mut String, exercise: &ExerciseReport) {
    *text += &format!("\n{BOLD}{}{BOLD:#}  {}\n", exercise.title, place(exercise));
}

fn first_failure(text: &mut String, exercise: &ExerciseReport, check: &CheckReport) {
    let said = match check.outcome.status {
        // It is about the file, and about no check.
        Status::Refused => check.outcome.message.clone(),
        _ => format!("{}: {}", words::name(check), check.outcome.message),
    };
    *text += &wrap(&said, &format!("  {BAD}✗{BAD:#} "), "    ", 4);
    for (label, value) in words::details(exercise, check) {
        let label = format!("    {FAINT}{label:8}{FAINT:#} ");
        *text += &wrap(&value, &label, &" ".repeat(13), 13);
    }
}

/// Wraps words behind a first line's start that is `taken` columns wide.
pub fn wrap(words: &str, first: &str, rest: &str, taken: usize) -> String {
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
    match lines.len().saturating_sub(most) {
        0 => {}
        1 => *text += &format!("    {FAINT}… and 1 more line{FAINT:#}\n"),
        more => *text += &format!("    {FAINT}… and {more} more lines{FAINT:#}\n"),
    }
}

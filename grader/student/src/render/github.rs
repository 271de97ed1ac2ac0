//! The report for the log of GitHub Actions: annotations, then what a terminal would show.

use super::symbols::Symbols;
use super::terminal::plain_terminal;
use super::words::{account, apology, points, points_beyond, progress, titled};
use crate::report::{ExerciseReport, Progress, Report};
use grader::sanitize::plain;

/// How many annotations of one kind GitHub shows a step.
const MOST: usize = 10;

/// How much of an annotation's text is shown, in characters.
const LONGEST: usize = 2_000;

/// An annotation for each exercise that is not done, one for the score, one for that beyond the core, and the report itself, in
/// which GitHub obeys no command: `token` ends it, so it has to be a word that nobody can guess.
pub fn github(report: &Report, token: &str) -> String {
    let mut text = String::new();
    if let Some(apology) = apology(report, LONGEST) {
        text += &command("error", &[("title", "The grader")], &apology);
    }
    let unfinished = report.exercises.iter().filter(|exercise| exercise.status != Progress::Done);
    text.extend(unfinished.take(MOST - 2).map(annotation));
    text += &command("notice", &[("title", "Activations")], &points(report));
    if let Some(points) = points_beyond(report) {
        text += &command("notice", &[("title", "Beyond")], &points);
    }
    text + &format!("::stop-commands::{token}\n{}\n::{token}::\n", log(report))
}

/// The report without control characters: logs print it unescaped.
fn log(report: &Report) -> String {
    plain(&plain_terminal(report, Symbols::Unicode), usize::MAX)
}

fn annotation(exercise: &ExerciseReport) -> String {
    let title = format!("{}: {} / {} points", titled(exercise), exercise.score, exercise.max_score);
    let line = exercise.line.map(|line| line.to_string());
    let mut properties = vec![("title", title.as_str())];
    // A file that is missing has no place to point to.
    if let Some(line) = &line {
        properties.extend([("file", exercise.file.as_str()), ("line", line.as_str())]);
    }
    let kind = if exercise.status == Progress::NotStarted { "notice" } else { "error" };
    let what = match &exercise.compile_error {
        Some(error) => {
            let means = exercise.diagnosis.as_ref().map(|diagnosis| format!("{}\n", diagnosis.says));
            plain(&(means.unwrap_or_default() + error), LONGEST)
        }
        None => exercise.first_failure().map(|check| account(exercise, check, LONGEST)).unwrap_or_default(),
    };
    command(kind, &properties, &format!("{}\n{what}", progress(exercise)))
}

fn command(name: &str, properties: &[(&str, &str)], message: &str) -> String {
    let properties: Vec<String> =
        properties.iter().map(|(key, value)| format!("{key}={}", property(value))).collect();
    format!("::{name} {}::{}\n", properties.join(","), data(message))
}

/// The percent sign first, because the others bring one.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

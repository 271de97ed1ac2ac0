//! The way through the course, and where on it a learner is.

use anstyle::{AnsiColor, Style};

use crate::report::{Origin, Progress, Report};
use grader::rubric::Track;

const HERE: Style = Style::new().bold();
const BEHIND: Style = AnsiColor::Green.on_default();
const AHEAD: Style = Style::new().dimmed();

/// The stations of the course. Tensors, layers and the network are given: the activations between
/// them are what the network waits for.
const BEFORE: &str = "tensor";
const HERE_NOW: &str = "activations";
const AFTER: [&str; 2] = ["layers", "network"];

/// One line, such as `tensor ✓ → activations (2/3) → layers → network`; nothing where it would not be
/// the learner's own way: for a submission, the reference, or some exercises alone. What is beyond the core is no
/// station of it.
pub fn course_progress(report: &Report) -> Option<String> {
    if report.subject != Origin::Exercises || !report.has_whole_core() {
        return None;
    }
    let done = report.of(Track::Core).filter(|exercise| exercise.status == Progress::Done).count();
    let is_done = done == report.exercises_in_all;
    let behind = |name: &str| format!("{BEHIND}{name} ✓{BEHIND:#}");
    let ahead = |name: &str| if is_done { behind(name) } else { format!("{AHEAD}{name}{AHEAD:#}") };
    let here = match is_done {
        true => behind(HERE_NOW),
        false => format!("{HERE}{HERE_NOW} ({done}/{}){HERE:#}", report.exercises_in_all),
    };
    let mut stations = vec![behind(BEFORE), here];
    stations.extend(AFTER.map(ahead));
    Some(stations.join(" → "))
}

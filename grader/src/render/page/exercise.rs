//! What is shown of an exercise.

use super::source::Source;
use super::{LONGEST, Page, sentence};
use crate::curves::{Curve, State};
use crate::outcome::Status;
use crate::render::svg_inline;
use crate::render::words::{ending, foreign, name, numbers, place, progress};
use crate::report::{CheckReport, ExerciseReport, Progress, Report};
use crate::untrusted::plain;

/// One exercise.
pub struct Section<'a> {
    pub exercise: &'a ExerciseReport,
    pub progress: String,
    pub place: String,
    /// Why no check was judged by itself: what is so of all of them, and what to try.
    pub stopped: Option<&'a CheckReport>,
    pub failed: Vec<Shown<'a>>,
    pub passed: Vec<Shown<'a>>,
    /// Texts that are not ours, each behind its label.
    pub foreign: Vec<(&'static str, String)>,
    pub figure: Option<Figure>,
    /// Why there is no figure.
    pub no_figure: &'static str,
    pub source: Source,
}

/// One check.
pub struct Shown<'a> {
    pub check: &'a CheckReport,
    pub name: String,
    pub ending: String,
    pub message: String,
    pub numbers: Vec<(&'static str, String)>,
    /// Whether more is to be seen at once than its name.
    pub is_open: bool,
}

/// A curve.
pub struct Figure {
    pub picture: String,
    pub summary: String,
    pub is_written: bool,
    pub has_marks: bool,
}

impl<'a> Section<'a> {
    /// Everything there is to show of it.
    pub fn new(exercise: &'a ExerciseReport, report: &Report, page: &Page) -> Self {
        let first = exercise.first_failure();
        let stopped = first.filter(|_| {
            matches!(
                exercise.status,
                Progress::NotStarted | Progress::NotCompiled | Progress::NotCompiledInTime
            )
        });
        let (passed, failed): (Vec<_>, Vec<_>) =
            exercise.checks.iter().partition(|check| check.outcome.status == Status::Passed);
        let shown = |checks: Vec<&'a CheckReport>| checks.into_iter().map(Shown::new).collect();
        let curve = page.curves.iter().find(|curve| curve.exercise == exercise.name);
        Self {
            exercise,
            progress: progress(exercise),
            place: plain(&place(exercise), LONGEST),
            stopped,
            failed: shown(failed),
            passed: shown(passed),
            foreign: foreign(exercise, LONGEST),
            figure: curve.filter(|curve| curve.state != State::DoesNotCompile).map(Figure::new),
            no_figure: match curve {
                Some(_) => "Its file does not compile, so there is no curve to draw.",
                None => "Not every question was answered in time, so no curve is drawn.",
            },
            source: Source::new(exercise, report, page.written.get(&exercise.name)),
        }
    }

    /// Whether all is well.
    pub fn is_done(&self) -> bool {
        self.exercise.status == Progress::Done
    }
}

impl<'a> Shown<'a> {
    fn new(check: &'a CheckReport) -> Self {
        Self {
            check,
            name: name(check),
            ending: ending(check),
            message: plain(&check.outcome.message, LONGEST),
            numbers: numbers(check).map(|(label, value)| (label, plain(value, LONGEST))).collect(),
            is_open: check.outcome.status != Status::NotRun,
        }
    }
}

impl Figure {
    fn new(curve: &Curve) -> Self {
        Self {
            picture: svg_inline(curve),
            summary: sentence(&curve.summary()),
            is_written: curve.state == State::Written,
            has_marks: !curve.marks().is_empty(),
        }
    }
}

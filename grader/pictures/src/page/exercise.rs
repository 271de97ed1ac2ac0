//! What is shown of an exercise.

use super::source::Source;
use super::{LONGEST, Page, sentence};
use crate::svg::svg_inline;
use grader::outcome::Status;
use grader::sanitize::plain;
use student::curves::{Curve, State};
use student::render::words::{details, ending, foreign, name, others, place, progress, titled};
use student::report::{CheckReport, ExerciseReport, Progress, Report};

/// One exercise.
pub struct Section<'a> {
    pub exercise: &'a ExerciseReport,
    pub title: String,
    pub progress: String,
    pub place: String,
    /// Why no check was judged by itself: what is so of all of them, and what to try.
    pub stopped: Option<&'a CheckReport>,
    /// The one to mend first stands first.
    pub failed: Vec<Shown<'a>>,
    pub not_run: Vec<Shown<'a>>,
    /// Why checks were not judged, and these checks.
    pub not_judged: Vec<(String, Vec<Shown<'a>>)>,
    /// What is to be said of those that fail beside the first.
    pub others: String,
    pub passed: Vec<Shown<'a>>,
    /// Texts that are not ours, each behind its label.
    pub foreign: Vec<(String, String)>,
    pub figure: Option<Figure>,
    /// Why there is no figure.
    pub no_figure: String,
    pub source: Source,
}

/// One check.
pub struct Shown<'a> {
    pub check: &'a CheckReport,
    pub name: String,
    pub ending: String,
    pub message: String,
    pub numbers: Vec<(&'static str, String)>,
    pub hint: Option<String>,
}

/// A curve.
pub struct Figure {
    pub picture: String,
    pub summary: String,
    pub is_written: bool,
    pub has_marks: bool,
}

impl<'a> Section<'a> {
    /// Why no check was judged by itself, where nothing better is known of it.
    pub fn stopped_by_itself(&self) -> Option<&'a CheckReport> {
        self.stopped.filter(|_| self.exercise.diagnosis.is_none())
    }

    /// Everything there is to show of it.
    pub fn new(exercise: &'a ExerciseReport, report: &Report, page: &Page) -> Self {
        let written = page.written.get(&exercise.name);
        let first = exercise.first_failure();
        let stopped = first.filter(|_| {
            matches!(
                exercise.status,
                Progress::NotStarted
                    | Progress::Missing
                    | Progress::Ambiguous
                    | Progress::Refused
                    | Progress::NotCompiled
                    | Progress::NotCompiledInTime
            )
        });
        let shown = |wanted: fn(Status) -> bool| {
            let checks = exercise.checks.iter().filter(|check| wanted(check.outcome.status));
            checks.map(|check| Shown::new(exercise, check)).collect()
        };
        let curve = page.curves.iter().find(|curve| curve.exercise == exercise.name);
        Self {
            exercise,
            title: titled(exercise),
            progress: progress(exercise),
            place: match (written, exercise.line) {
                (Some(written), None) => written.path.clone(),
                _ => plain(&place(exercise), LONGEST),
            },
            stopped,
            failed: shown(|status| !matches!(status, Status::Passed | Status::NotRun | Status::NotJudged)),
            not_run: shown(|status| status == Status::NotRun),
            not_judged: exercise
                .not_judged()
                .into_iter()
                .map(|(why, checks)| {
                    let checks = checks.into_iter().map(|check| Shown::new(exercise, check)).collect();
                    (plain(why, LONGEST), checks)
                })
                .collect(),
            others: others(exercise).into_iter().next().unwrap_or_default(),
            passed: shown(|status| status == Status::Passed),
            foreign: foreign(exercise, LONGEST)
                .into_iter()
                .map(|(label, text)| (label.replacen("your", "Your", 1), text))
                .collect(),
            figure: curve
                .filter(|curve| matches!(curve.state, State::Written | State::NotImplemented))
                .map(Figure::new),
            no_figure: match curve {
                Some(curve) => {
                    format!("No curve is drawn: {}.", curve.summary())
                }
                None => "No curve is drawn: not every question was answered in time.".into(),
            },
            source: Source::new(exercise, report, written),
        }
    }

    /// Whether there is something of the learner's to draw.
    pub fn is_written(&self) -> bool {
        self.figure.as_ref().is_none_or(|figure| figure.is_written)
    }

    /// Whether all is well.
    pub fn is_done(&self) -> bool {
        self.exercise.status == Progress::Done
    }
}

impl<'a> Shown<'a> {
    fn new(exercise: &ExerciseReport, check: &'a CheckReport) -> Self {
        let (hints, numbers): (Vec<_>, Vec<_>) =
            details(exercise, check).into_iter().partition(|(label, _)| *label == "hint");
        Self {
            check,
            name: name(check),
            ending: ending(check),
            message: plain(&check.outcome.message, LONGEST),
            numbers: numbers.into_iter().map(|(label, value)| (label, plain(&value, LONGEST))).collect(),
            hint: hints.into_iter().next().map(|(_, hint)| hint),
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

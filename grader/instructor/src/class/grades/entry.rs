//! What became of one student.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::class::students::person::Person;
use crate::class::verdicts::fingerprint::Fingerprint;
use grader::outcome;
use grader::rubric::{Rubric, Track};
use grader::sanitize;
use student::report::{ExerciseReport, Points, Progress, Report};
use student::submission::{Submission, left_out};

/// Longest note, in characters.
const LONGEST: usize = 1_000;

/// Whether a student has a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Everything that was handed in has been judged.
    Graded,
    /// None of the exercises' files was handed in.
    Empty,
    /// There is more than one file for an exercise of the core, so it was not graded.
    Ambiguous,
    /// It can't be read, or it can't be told which of several counts.
    Failed,
    /// Not all of it could be judged, which is no fault of the submission's.
    Unjudged,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Graded => "graded",
            Self::Empty => "empty",
            Self::Ambiguous => "ambiguous",
            Self::Failed => "failed",
            Self::Unjudged => "unjudged",
        })
    }
}

/// What became of one student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Who it is.
    pub person: Person,
    /// What was graded, and under which conditions; none where it is to be graded again.
    pub fingerprint: Option<Fingerprint>,
    /// Points earned in the core.
    pub score: u32,
    /// Points there are in the core.
    pub max_score: u32,
    /// Points beyond the core, which are no part of these.
    pub beyond: Points,
    /// Points earned, exercise by exercise, in the rubric's order; none for what is not begun beyond the core.
    pub scores: Vec<Option<u32>>,
    /// Whether there is a grade.
    pub status: Status,
    /// Whether there is a report to give back.
    pub has_report: bool,
    /// What there is to say of the submission.
    pub note: String,
    /// The ids of the checks that did not pass.
    pub missed: Vec<String>,
    /// The slips that were named, with their exercises.
    pub diagnoses: Vec<String>,
}

impl Entry {
    /// Sums up a report.
    pub fn graded(
        person: &Person,
        fingerprint: Fingerprint,
        rubric: &Rubric,
        submission: &Submission,
        report: &Report,
    ) -> Self {
        let checks = || report.exercises.iter().flat_map(|exercise| &exercise.checks);
        let broken = checks().filter(|check| check.outcome.status == outcome::Status::GraderError).count();
        // Few go beyond the core: what they miss there would be lost among what everybody misses.
        let core = report.of(Track::Core).flat_map(|exercise| &exercise.checks);
        let missed = core.filter(|check| check.outcome.status != outcome::Status::Passed);
        let named = report.exercises.iter().filter_map(|exercise| {
            exercise.diagnosis.as_ref().map(|diagnosis| format!("{}: {}", exercise.title, diagnosis.says))
        });
        let status = match () {
            // What is beyond the core is not to cost its grade.
            () if report.of(Track::Core).any(|exercise| exercise.status == Progress::Ambiguous) => {
                Status::Ambiguous
            }
            () if submission.is_empty() => Status::Empty,
            () if broken > 0 => Status::Unjudged,
            () => Status::Graded,
        };
        let mut notes = Vec::new();
        if broken > 0 {
            notes.push(format!("{broken} checks could not be judged: grade again"));
        }
        // Of a submission with some of the files, it names those that are missing.
        if !submission.why_empty().is_empty() {
            notes.push(submission.why_empty().to_owned());
        }
        notes.extend(notes_of(submission, report));
        Self {
            person: person.clone(),
            fingerprint: (broken == 0).then_some(fingerprint),
            score: report.score,
            max_score: report.max_score,
            beyond: report.beyond,
            scores: rubric.exercises.iter().map(|exercise| score_of(report, &exercise.name)).collect(),
            status,
            has_report: true,
            note: one_line(&notes.join("; ")),
            missed: missed.map(|check| check.id.clone()).collect(),
            diagnoses: named.collect(),
        }
    }

    /// Says why somebody has no report.
    pub fn without_report(person: &Person, rubric: &Rubric, status: Status, why: &str) -> Self {
        Self {
            person: person.clone(),
            fingerprint: None,
            score: 0,
            max_score: rubric.points(Track::Core),
            beyond: Points { score: 0, max_score: rubric.points(Track::Beyond) },
            scores: rubric
                .exercises
                .iter()
                .map(|exercise| (exercise.track == Track::Core).then_some(0))
                .collect(),
            status,
            has_report: false,
            note: one_line(why),
            missed: Vec::new(),
            diagnoses: Vec::new(),
        }
    }

    /// The same verdict on somebody of whom another thing is known by now, such as that it was late.
    pub fn of(&self, person: &Person) -> Self {
        Self { person: person.clone(), ..self.clone() }
    }

    /// Everything there is to say: which submission counted, and what is to be known of it.
    pub fn remarks(&self) -> String {
        let said = [self.person.remark.as_str(), &self.note].into_iter().filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join("; ")
    }
}

fn score_of(report: &Report, exercise: &str) -> Option<u32> {
    let of = |graded: &&ExerciseReport| graded.name == exercise;
    report.exercises.iter().find(of).map(|graded| graded.score)
}

/// What was taken for what, what was left, and what does not compile.
fn notes_of(submission: &Submission, report: &Report) -> Vec<String> {
    let mut notes = Vec::new();
    for (exercise, files) in &submission.ambiguous {
        notes.push(format!("{exercise} is not graded: {} are there", files.join(" and ")));
    }
    for exercise in &report.exercises {
        match exercise.status {
            Progress::Refused => notes.push(format!("{} is refused", exercise.title)),
            Progress::NotCompiled => notes.push(format!("{} does not compile", exercise.title)),
            Progress::NotCompiledInTime => notes.push(format!("{} did not compile in time", exercise.title)),
            _ => {}
        }
    }
    notes.extend(submission.taken.iter().map(|taken| format!("{}: {}", taken.file, taken.note)));
    notes.extend(left_out(&submission.ignored).iter().map(|left| left.trim_end_matches('.').to_owned()));
    notes
}

/// Text on one line, without anything that could act on who reads it.
fn one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    sanitize::plain(&lines.collect::<Vec<_>>().join(" · "), LONGEST).replace('\t', " ")
}

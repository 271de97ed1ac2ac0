//! Outcomes and rubric put together: the finished report.
//!
//! - `exercise`: one exercise of it
//! - `needs`: what can't be judged because something more basic fails

mod exercise;
mod needs;

use serde::{Deserialize, Serialize};

use crate::given::ChangedGiven;
use crate::run::{Crate, Sandbox};
use crate::submission::{Ignored, Taken};
use grader::outcome::{Outcome, Status};
use grader::rubric::{Exercise, Track};

pub use exercise::{Before, CheckReport, ExerciseReport, Finding, Progress};

/// The version of the report's JSON form. Fields may be added within a version.
pub const SCHEMA: u32 = 1;

/// Whose code was graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// What the learner wrote, in their own tree.
    Exercises,
    /// The reference.
    Solutions,
    /// What was handed in.
    Submission,
}

impl From<Crate> for Origin {
    fn from(whose: Crate) -> Self {
        match whose {
            Crate::Exercises => Self::Exercises,
            Crate::Solutions => Self::Solutions,
        }
    }
}

/// A graded submission. This is also the JSON form, field by field.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: u32,
    /// What was graded.
    pub subject: Origin,
    /// The seed of everything that was drawn; none in what is given back.
    pub seed: Option<u64>,
    /// Points earned in the core.
    pub score: u32,
    /// Points there are in the core.
    pub max_score: u32,
    /// Points beyond the core, which are no part of these.
    pub beyond: Points,
    /// What kept the learner's code in bounds; none where it ran as any program does.
    pub sandbox: Option<Sandbox>,
    /// Files of the submission that are not simply named and placed as they should be, and what they were
    /// taken for.
    pub taken: Vec<Taken>,
    /// Files of the submission that were left out, and why.
    pub ignored: Vec<Ignored>,
    /// Why nothing of the submission could be graded: what was looked for, and what is there instead.
    pub empty: Option<String>,
    /// Given files that are not as they were given; looked for in the learner's own tree.
    pub changed_given: Vec<ChangedGiven>,
    /// How many checks were left out because only the instructor's grading counts them.
    pub withheld: usize,
    /// How many exercises the core has; a report may be of some of them.
    pub exercises_in_all: usize,
    /// What kept the grader from grading at all; none where it graded.
    pub error: Option<String>,
    /// The next exercise to work at, where none of those that were graded is left.
    #[serde(skip)]
    pub next: Option<Next>,
    /// In the order of the rubric, those of the core first; empty where nothing was graded. Of those beyond, a report of
    /// the whole core has the ones that are begun; one that a person reads has all, once the core is done.
    pub exercises: Vec<ExerciseReport>,
}

/// Points, of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Points {
    /// Points earned.
    pub score: u32,
    /// Points there are.
    pub max_score: u32,
}

/// An exercise that waits.
#[derive(Debug, Clone)]
pub struct Next {
    /// Its name in the lesson.
    pub title: String,
    /// The file to open, and the line.
    pub place: String,
    /// Its name in commands.
    pub name: String,
}

/// What is known of a grading as a whole.
#[derive(Debug)]
pub struct About {
    /// What was graded.
    pub subject: Origin,
    /// The seed of everything that was drawn.
    pub seed: u64,
    /// What kept the learner's code in bounds.
    pub sandbox: Option<Sandbox>,
    /// Files that were taken for exercises in spite of their names, places or encodings.
    pub taken: Vec<Taken>,
    /// Files that were left out.
    pub ignored: Vec<Ignored>,
    /// Why there is nothing to grade, where that is so.
    pub empty: Option<String>,
    /// How many checks were left out.
    pub withheld: usize,
    /// How many exercises the core has.
    pub exercises_in_all: usize,
    /// How many points there are beyond the core, whatever is begun.
    pub beyond_in_all: u32,
}

impl Report {
    /// Puts findings, one an exercise, beside what the rubric says of it.
    pub fn new<'a>(about: About, findings: impl IntoIterator<Item = (&'a Exercise, Finding)>) -> Self {
        let exercises: Vec<ExerciseReport> =
            findings.into_iter().map(|(exercise, finding)| ExerciseReport::new(exercise, finding)).collect();
        let of = |track| {
            let exercises = exercises.iter().filter(|exercise| exercise.track == track);
            let points = exercises.map(|exercise| (exercise.score, exercise.max_score));
            let (score, max_score) = points.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
            Points { score, max_score }
        };
        let (core, mut beyond) = (of(Track::Core), of(Track::Beyond));
        if exercises.iter().filter(|exercise| exercise.is_core()).count() == about.exercises_in_all {
            beyond.max_score = about.beyond_in_all;
        }
        Self {
            schema: SCHEMA,
            subject: about.subject,
            seed: Some(about.seed),
            score: core.score,
            max_score: core.max_score,
            beyond,
            sandbox: about.sandbox,
            taken: about.taken,
            ignored: about.ignored,
            empty: about.empty,
            changed_given: Vec::new(),
            withheld: about.withheld,
            exercises_in_all: about.exercises_in_all,
            error: None,
            next: None,
            exercises,
        }
    }

    /// What is left to say where grading broke: why, and how many points there would have been.
    pub fn not_graded(subject: Origin, max_score: u32, error: String) -> Self {
        Self {
            schema: SCHEMA,
            subject,
            seed: None,
            score: 0,
            max_score,
            beyond: Points::default(),
            sandbox: None,
            taken: Vec::new(),
            ignored: Vec::new(),
            empty: None,
            changed_given: Vec::new(),
            withheld: 0,
            exercises_in_all: 0,
            error: Some(error),
            next: None,
            exercises: Vec::new(),
        }
    }

    /// What may be given back: no seed, and of hidden checks only name, hint, and how they ended.
    pub fn for_student(&self) -> Self {
        let mut report = self.clone();
        report.seed = None;
        for check in report.exercises.iter_mut().flat_map(|exercise| &mut exercise.checks) {
            if check.hidden {
                let words = if check.outcome.status == Status::Passed { "" } else { "a hidden check" };
                check.outcome = Outcome::new(check.outcome.status, words);
            }
        }
        report
    }

    /// Whether nothing was found to grade, or somebody has to say which of several files counts.
    pub fn needs_files(&self) -> bool {
        let is_open = |exercise: &ExerciseReport| exercise.status == Progress::Ambiguous;
        self.empty.is_some() || self.exercises.iter().any(is_open)
    }

    /// Whether every check was judged: nothing went wrong on the grader's side.
    pub fn is_complete(&self) -> bool {
        let mut checks = self.exercises.iter().flat_map(|exercise| &exercise.checks);
        self.error.is_none() && checks.all(|check| check.outcome.status != Status::GraderError)
    }

    /// How many checks there are.
    pub fn checks(&self) -> usize {
        self.exercises.iter().map(|exercise| exercise.checks.len()).sum()
    }

    /// The exercises of a track, in order.
    pub fn of(&self, track: Track) -> impl Iterator<Item = &ExerciseReport> + Clone {
        self.exercises.iter().filter(move |exercise| exercise.track == track)
    }

    /// Whether it is about the whole core.
    pub fn has_whole_core(&self) -> bool {
        self.exercises_in_all > 0 && self.of(Track::Core).count() == self.exercises_in_all
    }

    /// Whether it is about the whole core, and all of that is done.
    pub fn is_core_done(&self) -> bool {
        self.has_whole_core() && self.of(Track::Core).all(|exercise| exercise.status == Progress::Done)
    }

    /// The points that count: those of the core, or where none of its exercises was asked for, those beyond.
    pub fn counted(&self) -> Points {
        let is_only_beyond = !self.exercises.is_empty() && self.of(Track::Core).next().is_none();
        if is_only_beyond { self.beyond } else { Points { score: self.score, max_score: self.max_score } }
    }
}

//! How one case of a check ended.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The one word for how a case, or a whole check, ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Every expectation held, and the worker ended as it should.
    Passed,
    /// A value was not what it has to be.
    WrongValue,
    /// The output's shape is not the input's.
    WrongShape,
    /// The body is still a `todo!`.
    NotImplemented,
    /// `forward` panicked.
    Panicked,
    /// No answer came within the deadline.
    TimedOut,
    /// The worker was ended by a signal.
    Crashed,
    /// The worker ended, or talked nonsense, instead of answering.
    NoAnswer,
    /// Left out, because the exercise's waiting time was used up.
    NotRun,
    /// Not to be judged, because something more basic fails. It earns nothing, and is no second mistake.
    NotJudged,
    /// There is no file of the exercise's, or more than one that could be it.
    NoFile,
    /// The exercise's file holds something that is not even compiled.
    Refused,
    /// The exercise's file does not compile.
    NotCompiled,
    /// Compiling the exercise's file was ended before it was ready.
    NotCompiledInTime,
    /// The grader itself went wrong. Never a pass, and never the learner's fault.
    GraderError,
}

impl Status {
    /// What to try where the check itself was not to blame; `None` where its own hint fits better.
    pub fn advice(self) -> Option<&'static str> {
        match self {
            Self::Passed | Self::WrongValue | Self::WrongShape | Self::Panicked => None,
            Self::NotImplemented => {
                Some("Replace the todo!(…) by your code; the comment above it says how to go about it.")
            }
            Self::TimedOut => Some("Look for a loop whose condition never becomes false."),
            Self::Crashed => {
                Some("Look for a call of abort, or for a function that calls itself without end.")
            }
            Self::NoAnswer => {
                Some("forward has to return a tensor: does something end the program before it does?")
            }
            Self::NotRun => Some("Mend the check that took all the time; then this one runs, too."),
            Self::NotJudged => Some("Mend the other check first; then this one is judged, too."),
            Self::NoFile => Some("Hand in one file of this exercise, under its own name."),
            Self::NotCompiledInTime => {
                Some("Look for a macro, a constant or a type that grows without end while it is compiled.")
            }
            Self::Refused => Some(
                "An exercise is safe Rust in one file, and needs nothing from outside it: take this out.",
            ),
            Self::NotCompiled => Some("Read rustc's first error first; later ones often follow from it."),
            Self::GraderError => Some("This is not about your code. Please report it, with the seed."),
        }
    }
}

/// How a case ended, in words for the learner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The one word.
    pub status: Status,
    /// One sentence; empty for a pass.
    pub message: String,
    /// The input: the smallest that fails, where one could be found; of a long one, the part around the first
    /// wrong value.
    pub input: Option<String>,
    /// What the output has to be there.
    pub expected: Option<String>,
    /// What it was. In an array, a wrong value stands between asterisks.
    pub got: Option<String>,
    /// The arguments with which `try` asks about the input again, such as `tanh 20`; none where no line says it.
    pub again: Option<String>,
}

impl Outcome {
    /// An outcome without numbers to show.
    pub fn new(status: Status, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), input: None, expected: None, got: None, again: None }
    }

    /// Whether the code came to no answer: then whatever else it is asked may end like this, too.
    pub fn is_silent(&self) -> bool {
        matches!(
            self.status,
            Status::Panicked
                | Status::TimedOut
                | Status::Crashed
                | Status::NoAnswer
                | Status::NotRun
                | Status::NotJudged
        )
    }

    /// Whether its message tells of one number, and so tells all.
    pub fn is_of_one_number(&self) -> bool {
        self.message.starts_with("at x = ")
    }
}

/// What a case of the suite leaves behind: one line of JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The test's full name, such as `relu::keeps_the_shape::case_1_scalar`.
    pub case: String,
    /// How it ended.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// The beginning of what the learner's code printed meanwhile.
    pub printed: String,
    /// What its workers were not locked out of, in their launchers' words.
    pub missing: BTreeSet<String>,
    /// How long the learner's code was waited for, in seconds.
    pub waited: f64,
    /// How many workers were started.
    pub starts: usize,
}

//! Every way in which asking a worker can go wrong, each with its own sentence.

use std::process::ExitStatus;
use std::time::Duration;

use channel::Tensor;
use channel::message::Reply;

use super::show;
use crate::outcome::{Outcome, Status};
use crate::sanitize;
use crate::source_file::SourceFile;

/// How much of a learner's own words is shown, in characters.
const LONGEST: usize = 400;

/// Why a case did not pass.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    NotImplemented { todo: String, place: String },
    NeighbourMissing { file: String },
    Panicked { message: String, place: String },
    WrongShape { expected: Vec<usize>, got: Vec<usize> },
    WrongValue { wrong: Vec<usize>, expected: Expected, got: Vec<f32> },
    TimedOut { after: Duration },
    Crashed { how: String },
    NoAnswer { how: String },
    NotRun { limit: Duration },
    NotJudged { why: String },
    Grader { what: String },
}

/// What an answer is held to.
#[derive(Debug, Clone, PartialEq)]
pub enum Expected {
    /// The function's values.
    Values(Vec<f32>),
    /// What the same code answers to each number alone.
    Alone(Vec<f32>),
    /// What the same code answers to each row in a vector.
    RowAlone(Vec<f32>),
    /// A property of each value.
    Words(&'static str),
}

impl Failure {
    /// The values of an answer in the input's shape.
    ///
    /// # Errors
    /// Anything else.
    pub fn of_reply(input: &Tensor, reply: Result<Reply, Self>) -> Result<Vec<f32>, Self> {
        match reply? {
            Reply::Answer(values) => Ok(values),
            Reply::OtherShape(got) => Err(Self::WrongShape { expected: input.shape.clone(), got }),
            Reply::Panicked { message, place } => Err(Self::from_panic(&message, &place)),
            Reply::Unknown => Err(Self::Grader { what: "the worker does not know this activation".into() }),
            Reply::Timed(_) => {
                Err(Self::NoAnswer { how: "the program told a time, which nobody had asked for".into() })
            }
        }
    }

    /// The same for the exercise of this file: what is not implemented in another's is another's business.
    pub fn of(self, source: &SourceFile) -> Self {
        match self {
            Self::NotImplemented { place, .. } if file(&place).as_ref() != Some(source) => {
                let other = file(&place);
                let other = other.as_ref().map_or("the other file", SourceFile::shown);
                Self::NeighbourMissing { file: other.to_owned() }
            }
            other => other,
        }
    }

    /// Whether the worker can be asked again: the code came to an end, and only its answer is wrong.
    pub fn is_answer(&self) -> bool {
        matches!(self, Self::Panicked { .. } | Self::WrongShape { .. } | Self::WrongValue { .. })
    }

    /// A panic, told apart from a `todo!` by the texts that `todo!` and `unimplemented!` make.
    pub fn from_panic(message: &str, place: &str) -> Self {
        let (message, place) = (sanitize::plain(message, LONGEST), sanitize::plain(place, LONGEST));
        let unfinished = ["not yet implemented", "not implemented"];
        match unfinished.iter().find_map(|start| message.strip_prefix(start)) {
            Some(rest) => Self::NotImplemented {
                todo: rest.trim_start_matches(": ").to_owned(),
                place: shorten(&place),
            },
            None => Self::Panicked { message, place: shorten(&place) },
        }
    }

    /// A worker that ended before it had answered.
    pub fn from_exit(status: ExitStatus) -> Self {
        match (signal(status), status.code()) {
            (Some(how), _) => Self::Crashed { how },
            // How Windows reports a crash: the exception's number, as a negative exit code.
            (None, Some(code)) if code < 0 => Self::Crashed { how: format!("exception {code:#x}") },
            (None, Some(code)) => Self::NoAnswer { how: format!("the program ended with exit code {code}") },
            (None, None) => Self::NoAnswer { how: "the program ended".into() },
        }
    }

    /// The same as an outcome: status, sentence, and what to show of `input` and of its answer.
    pub fn outcome(self, input: Option<&Tensor>) -> Outcome {
        let mut first = 0;
        let (status, message, expected, got) = match self {
            Self::NeighbourMissing { file } => (
                Status::Panicked,
                format!("forward calls what is not implemented yet: write {file} first"),
                None,
                None,
            ),
            Self::NotImplemented { todo, .. } if todo.is_empty() => {
                (Status::NotImplemented, "not implemented yet".into(), None, None)
            }
            Self::NotImplemented { todo, .. } => {
                (Status::NotImplemented, format!("not implemented yet: {todo}"), None, None)
            }
            Self::Panicked { message, place } => {
                (Status::Panicked, format!("forward panicked at {place}: {message}"), None, None)
            }
            Self::WrongShape { expected, got } => (
                Status::WrongShape,
                "the output must have the shape of the input".into(),
                Some(format!("shape {expected:?}")),
                Some(format!("shape {got:?}")),
            ),
            Self::WrongValue { wrong, expected, got } => {
                first = wrong.first().copied().unwrap_or_default();
                let shape = input.map(|input| &input.shape[..]).unwrap_or_default();
                let compared = match expected {
                    Expected::Alone(_) => Some("alone"),
                    Expected::RowAlone(_) => Some("where its row stands alone"),
                    Expected::Values(_) | Expected::Words(_) => None,
                };
                let expected = match expected {
                    Expected::Values(values) | Expected::Alone(values) | Expected::RowAlone(values) => {
                        show::values(shape, &values, first)
                    }
                    Expected::Words(words) => words.to_owned(),
                };
                let got = show::marked(shape, &got, &wrong);
                let message = match input {
                    Some(input) if shape.is_empty() && compared.is_none() => {
                        format!("at x = {}: expected {expected}, got {got}", show::number(input.values[0]))
                    }
                    _ => wrong_places(shape, &wrong, compared),
                };
                (Status::WrongValue, message, Some(expected), Some(got))
            }
            Self::TimedOut { after } => (
                Status::TimedOut,
                format!("no answer within {:.1} s: is there a loop that never ends?", after.as_secs_f64()),
                None,
                None,
            ),
            Self::Crashed { how } => {
                (Status::Crashed, format!("the program crashed before it had answered: {how}"), None, None)
            }
            Self::NoAnswer { how } => (Status::NoAnswer, format!("no answer: {how}"), None, None),
            Self::NotRun { limit } => (
                Status::NotRun,
                format!("not run: waiting for this exercise had already taken {:.1} s", limit.as_secs_f64()),
                None,
                None,
            ),
            Self::NotJudged { why } => (Status::NotJudged, format!("not judged: {why}"), None, None),
            Self::Grader { what } => {
                (Status::GraderError, format!("the grader went wrong, not you: {what}"), None, None)
            }
        };
        Outcome {
            status,
            message,
            input: input.map(|input| show::input(input, first)),
            expected,
            got,
            again: None,
        }
    }
}

/// How many values are wrong, and where the first of them stands. `than` says what else they are compared with.
fn wrong_places(shape: &[usize], wrong: &[usize], than: Option<&str>) -> String {
    let total: usize = shape.iter().product();
    let place = || show::index(shape, wrong.first().copied().unwrap_or_default());
    match (total, wrong.len(), than) {
        (1, _, None) => "the value is wrong".into(),
        (1, _, Some(_)) => "in this shape, the number gets another answer than in others".into(),
        (_, 1, None) => format!("1 of {total} values is wrong, at index {:?}", place()),
        (_, 1, Some(than)) => {
            format!("1 of {total} numbers gets another answer than {than}, at index {:?}", place())
        }
        (_, count, None) => {
            format!("{count} of {total} values are wrong, the first at index {:?}", place())
        }
        (_, count, Some(than)) => {
            format!(
                "{count} of {total} numbers get another answer than {than}, the first at index {:?}",
                place()
            )
        }
    }
}

/// The file of a place in a learner's crate.
fn file(place: &str) -> Option<SourceFile> {
    let (path, _) = place.rsplit_once(':')?;
    SourceFile::at(path)
}

/// A panic's place without what differs between machines: where the registry or the toolchain is.
fn shorten(place: &str) -> String {
    let place = place.replace('\\', "/");
    for marker in ["/registry/src/", "/rustc/"] {
        if let Some((_, rest)) = place.split_once(marker) {
            return rest.split_once('/').map_or(rest, |(_, inner)| inner).to_owned();
        }
    }
    place
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<String> {
    use std::os::unix::process::ExitStatusExt;
    let number = status.signal()?;
    // Only the numbers that mean the same on Linux and macOS.
    let name = match number {
        4 => "an instruction the processor refused (SIGILL)",
        6 => "it aborted (SIGABRT), as abort() and a recursion without end do",
        8 => "an arithmetic error (SIGFPE)",
        9 => "it was killed (SIGKILL), as happens when memory runs out",
        11 => "it touched memory that is not its own (SIGSEGV)",
        _ => return Some(format!("signal {number}")),
    };
    Some(name.to_owned())
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_todo_is_not_a_panic() {
        let todo = Failure::from_panic("not yet implemented: ReLU", "a.rs:1");
        assert_eq!(todo, Failure::NotImplemented { todo: "ReLU".into(), place: "a.rs:1".into() });
        let bare = Failure::from_panic("not implemented", "a.rs:1");
        assert_eq!(bare.outcome(None).message, "not implemented yet");
        let panic = Failure::from_panic("index out of bounds", "a.rs:1");
        assert!(matches!(panic, Failure::Panicked { .. }));
    }

    #[test]
    fn a_todo_in_another_file_is_that_files() {
        let todo = |place: &str| Failure::NotImplemented { todo: String::new(), place: place.into() };
        let slope = SourceFile::at("src/slopes/relu.rs").expect("a file");
        let own = todo("exercises/src/slopes/relu.rs:30");
        assert_eq!(own.clone().of(&slope), own);
        for (place, file) in [
            ("src/activations/relu.rs:3", "relu.rs"),
            ("src/slopes/tanh.rs:3", "slopes/tanh.rs"),
            ("", "the other file"),
        ] {
            assert_eq!(todo(place).of(&slope), Failure::NeighbourMissing { file: file.into() });
        }
    }

    #[test]
    fn places_say_nothing_of_the_machine() {
        let place = "/home/ada/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/ndarray-0.17.2/src/arraytraits.rs:36";
        assert_eq!(shorten(place), "ndarray-0.17.2/src/arraytraits.rs:36");
        assert_eq!(shorten("/rustc/59807616e1/library/core/src/option.rs:9"), "library/core/src/option.rs:9");
        assert_eq!(shorten("exercises/src/activations/relu.rs:30"), "exercises/src/activations/relu.rs:30");
    }
}

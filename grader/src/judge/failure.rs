//! Every way in which asking a worker can go wrong, each with its own sentence.

use std::process::ExitStatus;
use std::time::Duration;

use crate::outcome::{Outcome, Status};
use crate::sanitize;

/// How much of a learner's own words is shown, in characters.
const LONGEST: usize = 400;

/// Why a case did not pass.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    NotImplemented { todo: String },
    Panicked { message: String, place: String },
    WrongShape { expected: Vec<usize>, got: Vec<usize> },
    WrongValue { message: String, expected: String, got: String },
    TimedOut { after: Duration },
    Crashed { how: String },
    NoAnswer { how: String },
    NotRun { limit: Duration },
    Grader { what: String },
}

impl Failure {
    /// A panic, told apart from a `todo!` by the texts that `todo!` and `unimplemented!` make.
    pub fn from_panic(message: &str, place: &str) -> Self {
        let (message, place) = (sanitize::plain(message, LONGEST), sanitize::plain(place, LONGEST));
        let unfinished = ["not yet implemented", "not implemented"];
        match unfinished.iter().find_map(|start| message.strip_prefix(start)) {
            Some(rest) => Self::NotImplemented { todo: rest.trim_start_matches(": ").to_owned() },
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

    /// The same as an outcome: status, sentence, and what to show beside `input`.
    pub fn outcome(self, input: Option<String>) -> Outcome {
        let (status, message, expected, got) = match self {
            Self::NotImplemented { todo } if todo.is_empty() => {
                (Status::NotImplemented, "not implemented yet".into(), None, None)
            }
            Self::NotImplemented { todo } => {
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
            Self::WrongValue { message, expected, got } => {
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
            Self::Grader { what } => {
                (Status::GraderError, format!("the grader went wrong, not you: {what}"), None, None)
            }
        };
        Outcome { status, message, input, expected, got }
    }
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
        assert_eq!(todo, Failure::NotImplemented { todo: "ReLU".into() });
        let bare = Failure::from_panic("not implemented", "a.rs:1");
        assert_eq!(bare.outcome(None).message, "not implemented yet");
        let panic = Failure::from_panic("index out of bounds", "a.rs:1");
        assert!(matches!(panic, Failure::Panicked { .. }));
    }

    #[test]
    fn places_say_nothing_of_the_machine() {
        let place = "/home/ada/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/ndarray-0.17.2/src/arraytraits.rs:36";
        assert_eq!(shorten(place), "ndarray-0.17.2/src/arraytraits.rs:36");
        assert_eq!(shorten("/rustc/59807616e1/library/core/src/option.rs:9"), "library/core/src/option.rs:9");
        assert_eq!(shorten("exercises/src/activations/relu.rs:30"), "exercises/src/activations/relu.rs:30");
    }
}

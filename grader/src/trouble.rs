//! What can be done about an error, by its type: try again, or take another machine.
//!
//! An engine that grades on many machines reads it in the exit code of a command.

use std::fmt;
use std::io::{self, ErrorKind};

use anyhow::Error;

/// An error that may not come again: something that this machine needs had run out.
#[derive(Debug)]
pub struct TryAgain(pub String);

/// An error that comes on this machine each time: something is not there, or can't be done here.
#[derive(Debug)]
pub struct NotHere(pub String);

impl fmt::Display for TryAgain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for NotHere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TryAgain {}

impl std::error::Error for NotHere {}

/// What is behind an error. The first of several is what to do something about first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// Another try may do.
    Passing,
    /// Another machine may do.
    OfThisMachine,
    /// Nothing that could be told from its type.
    Unknown,
}

impl Trouble {
    /// What is behind this error, by the types in its chain.
    pub fn of(error: &Error) -> Self {
        let mut io = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
        if error.is::<TryAgain>() || io.any(|error| is_passing(error.kind())) {
            Self::Passing
        } else if error.is::<NotHere>() {
            Self::OfThisMachine
        } else {
            Self::Unknown
        }
    }
}

/// The error of a program that can't be started: one that is not there is missing on this machine.
pub fn not_started(error: io::Error, what: impl Into<String>) -> Error {
    let is_missing = matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied);
    match is_missing {
        true => Error::new(error).context(NotHere(what.into())),
        false => Error::new(error).context(what.into()),
    }
}

/// Whether the system has run out of something, or something did not answer.
fn is_passing(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::StorageFull
            | ErrorKind::QuotaExceeded
            | ErrorKind::OutOfMemory
            // No more processes, or threads.
            | ErrorKind::WouldBlock
            | ErrorKind::Interrupted
            | ErrorKind::TimedOut
            | ErrorKind::ResourceBusy
            | ErrorKind::ExecutableFileBusy
            | ErrorKind::StaleNetworkFileHandle
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_known_by_its_type_however_it_is_wrapped_and_never_by_its_words() {
        let io = |kind| Error::from(io::Error::from(kind)).context("cannot write a file");
        let ours = |error: Error| error.context("in one file").context("of one student");
        for (error, trouble) in [
            (io(ErrorKind::StorageFull), Trouble::Passing),
            (ours(io(ErrorKind::WouldBlock)), Trouble::Passing),
            (ours(TryAgain("it was ended".into()).into()), Trouble::Passing),
            (
                Error::from(io::Error::from(ErrorKind::NotFound)).context(TryAgain("x".into())),
                Trouble::Passing,
            ),
            (ours(NotHere("no compiler".into()).into()), Trouble::OfThisMachine),
            (io(ErrorKind::OutOfMemory).context(NotHere("no compiler".into())), Trouble::Passing),
            (io(ErrorKind::PermissionDenied), Trouble::Unknown),
            (Error::msg("No space left on device (os error 28)"), Trouble::Unknown),
        ] {
            assert_eq!(Trouble::of(&error), trouble, "{error:#}");
        }
        #[cfg(unix)]
        assert_eq!(Trouble::of(&Error::from(io::Error::from_raw_os_error(28))), Trouble::Passing);
    }
}

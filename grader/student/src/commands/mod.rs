//! What the command line does.

mod bench;
mod examples;
mod grade;
mod handin;
mod hint;
mod required;
mod reset;
mod results;
mod tour;
mod train;
mod try_out;
mod try_slope;
mod watch;

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use grader::trouble::Trouble;

pub use bench::{Bench, bench};
pub use examples::{Examples, examples};
pub use grade::{Grade, Graded, Task, grade, grade_task};
pub use handin::{Handin, handin};
pub use hint::{Hint, hint};
pub use required::Required;
pub use reset::{Reset, reset};
pub use results::{Results, Wanted};
pub use tour::{Tour, tour};
pub use train::{Train, train};
pub use try_out::{Try, try_out};
pub use watch::{Watch, watch};

/// Arguments that can't be meant: exit code 2, as for those that can't be parsed.
#[derive(Debug)]
pub struct BadArgument(pub String);

impl fmt::Display for BadArgument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadArgument {}

/// What the exit codes say; an engine that runs these commands acts on them.
pub const EXIT_CODES: &str = "Exit codes: 0 done (whatever the score), 1 not done, and why, 2 bad arguments, \
     3 below --fail-under, 75 try again (disk full, out of memory, a process was ended), \
     78 not on this machine (no compiler, no sandbox)";

/// How a command ended, where it did not fail. The numbers are the exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It did what it should.
    Good = 0,
    /// A check for drift found some, or not everything could be done.
    Incomplete = 1,
    /// The score is below `--fail-under`.
    BelowLimit = 3,
    /// Something had run out, or was ended: another try may do. The number is `EX_TEMPFAIL` of `sysexits.h`.
    TryAgain = 75,
    /// Something is missing on this machine. The number is `EX_CONFIG` of `sysexits.h`.
    NotHere = 78,
}

/// The exit code of a command that has ended or failed; says why it failed.
pub fn exit(ended: Result<Ending>) -> ExitCode {
    match ended {
        Ok(ending) => ExitCode::from(ending as u8),
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            ExitCode::from(match Trouble::of(&error) {
                _ if error.is::<BadArgument>() => 2,
                Trouble::Passing => Ending::TryAgain as u8,
                Trouble::OfThisMachine => Ending::NotHere as u8,
                Trouble::Unknown => Ending::Incomplete as u8,
            })
        }
    }
}

/// The program's arguments without the `--` that task runners leave in front of what was meant for it.
pub fn arguments() -> Vec<OsString> {
    let mut arguments: Vec<OsString> = env::args_os().collect();
    if arguments.get(2).is_some_and(|argument| argument == "--") {
        arguments.remove(2);
    }
    arguments
}

/// Prints, with colours where they are wanted. A reader who has seen enough is no error.
pub fn show(text: &str) -> io::Result<()> {
    match anstream::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// How wide the window is, or a usual one where output goes elsewhere.
fn columns() -> usize {
    terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0))
}

/// A path as it can be opened from the current folder.
pub fn from_here(path: &Path) -> String {
    let here = env::current_dir().ok();
    let near = here.and_then(|here| path.strip_prefix(here).map(Path::to_owned).ok());
    near.as_deref().unwrap_or(path).display().to_string()
}

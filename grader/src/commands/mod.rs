//! What the command line does.

mod bench;
#[cfg(feature = "class")]
mod diff;
mod grade;
#[cfg(feature = "class")]
mod grade_class;
#[cfg(feature = "class")]
mod gradescope;
#[cfg(feature = "class")]
mod handout;
mod hint;
mod page;
#[cfg(feature = "plot")]
mod plot;
mod reset;
mod results;
#[cfg(feature = "class")]
mod stubs;
mod tour;
#[cfg(feature = "class")]
mod verify;
#[cfg(feature = "watch")]
mod watch;

use std::env;
use std::fmt;
use std::io::{self, Write};
use std::path::Path;

pub use bench::{Bench, bench};
#[cfg(feature = "class")]
pub use diff::{Diff, diff};
pub use grade::{Grade, grade};
#[cfg(feature = "class")]
pub use grade_class::{GradeClass, grade_class};
#[cfg(feature = "class")]
pub use gradescope::{Gradescope, gradescope};
#[cfg(feature = "class")]
pub use handout::{Handout, handout};
pub use hint::{Hint, hint};
#[cfg(feature = "plot")]
pub use plot::{Plot, plot};
pub use reset::{Reset, reset};
pub use results::{Results, Wanted};
#[cfg(feature = "class")]
pub use stubs::{Stubs, stubs};
pub use tour::{Tour, tour};
#[cfg(feature = "class")]
pub use verify::{Verify, verify};
#[cfg(feature = "watch")]
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

/// How a command ended, where it did not fail. The numbers are the exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It did what it should.
    Good = 0,
    /// A check for drift found some, or a check could not be judged.
    Incomplete = 1,
    /// The score is below `--fail-under`.
    BelowLimit = 3,
}

/// Prints, with colours where they are wanted. A reader who has seen enough is no error.
fn show(text: &str) -> io::Result<()> {
    match anstream::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// A path as it can be opened from the current folder.
fn from_here(path: &Path) -> String {
    let here = env::current_dir().ok();
    let near = here.and_then(|here| path.strip_prefix(here).map(Path::to_owned).ok());
    near.as_deref().unwrap_or(path).display().to_string()
}

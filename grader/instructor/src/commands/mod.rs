//! What the command line does.

mod comment;
mod diff;
mod fill_in;
mod give_back;
mod grade;
mod grade_class;
mod gradescope;
mod handout;
mod layers;
mod merge;
mod new;
mod new_misconception;
mod only;
mod regrade;
mod replay;
mod similarity;
mod slips;
mod stubs;
mod verify;

use anyhow::Result;
use grader::project::Project;
use grader::rubric::{Rubric, TestTarget};

pub use comment::{Comment, comment};
pub use diff::{Diff, diff};
pub use fill_in::{FillIn, fill_in};
pub use give_back::{GiveBack, give_back};
pub use grade::{Grade, grade};
pub use grade_class::{GradeClass, grade_class};
pub use gradescope::{Gradescope, gradescope};
pub use handout::{Handout, handout};
pub use layers::{Layers, layers};
pub use merge::{Merge, merge};
pub use new::{New, new};
pub use new_misconception::{NewMisconception, new_misconception};
pub use regrade::{Regrade, regrade};
pub use replay::{Replay, replay};
pub use similarity::{Similarity, similarity};
pub use slips::{Slips, slips};
pub use stubs::{Stubs, stubs};
pub use verify::{Verify, verify};

/// The program of the checks that only instructors have, and where their points stand.
pub const HIDDEN: TestTarget = TestTarget { package: "hidden", name: "hidden" };
pub const HIDDEN_CHECKS: &str = "grader/instructor/hidden/hidden.toml";

/// The rubric with hidden checks.
///
/// # Errors
/// Where it can't be read.
pub fn whole_rubric(project: &Project) -> Result<Rubric> {
    Rubric::read(&project.suite())?.with_hidden(&project.root().join(HIDDEN_CHECKS), HIDDEN)
}

/// Whether this is a name in lower case and underscores, such as `leaky_relu`.
fn is_snake_case(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

//! An assignment of some of the exercises, such as a week's.

use grader::rubric::{Rubric, Track};
use student::commands::BadArgument;

/// Which exercises an assignment has.
#[derive(Debug, Default, clap::Args)]
pub struct Only {
    /// The exercises of this assignment, such as `relu,sigmoid`, whose points are all that there are; every exercise, if
    /// not said
    #[arg(long, value_name = "EXERCISES", value_delimiter = ',')]
    only: Vec<String>,
}

impl Only {
    /// The rubric of the assignment.
    ///
    /// # Errors
    /// Where a name is no exercise's, or none of them is of the core, which is what is graded.
    pub fn of(&self, whole: Rubric) -> Result<Rubric, BadArgument> {
        let chosen = whole.choose(&self.only).map_err(|error| BadArgument(format!("{error:#}")))?;
        if !chosen.iter().any(|exercise| exercise.track == Track::Core) {
            let core: Vec<&str> = whole.of(Track::Core).map(|exercise| exercise.name.as_str()).collect();
            return Err(BadArgument(format!(
                "`{}` is beyond the core, whose points are no part of the score\nhint: name one of {} as well",
                self.only.join(","),
                core.join(", ")
            )));
        }
        let exercises = chosen.into_iter().cloned().collect();
        Ok(Rubric { exercises, ..whole })
    }

    /// The names of the exercises; none, where it has every one.
    pub fn names(&self) -> Vec<String> {
        self.only.clone()
    }

    /// The names of the others.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn others(&self, whole: &Rubric) -> Result<Vec<String>, BadArgument> {
        let chosen = self.of(whole.clone())?;
        let is_left = |name: &str| !chosen.exercises.iter().any(|exercise| exercise.name == name);
        let names = whole.exercises.iter().map(|exercise| exercise.name.clone());
        Ok(names.filter(|name| is_left(name)).collect())
    }
}

/// The file of the workspace that makes an exercise of a function: without it, the function is neither asked for nor
/// graded.
pub fn definition(exercise: &str) -> String {
    format!("grader/suite/{exercise}/exercise.toml")
}

//! `train`: the same small network, once without an activation, and once with each of the learner's.

use anyhow::Result;

use super::{BadArgument, Ending, show};
use crate::render::{self, Symbols};
use crate::run::{self, Crate, Setup};
use crate::submission::Submission;
use crate::training::{Plan, Problem, Trained, train_all};
use grader::judge::Limits;
use grader::project::Project;
use grader::rubric::{Rubric, Track};

/// The seed, where none is named.
const SEED: u64 = 1;

/// Columns and rows of a map in a terminal.
const MAP: (usize, usize) = (18, 9);

/// Train one small network without an activation, and with each of yours
#[derive(Debug, clap::Args)]
pub struct Train {
    /// What the network is to tell apart
    #[arg(value_enum, default_value_t = Problem::Ring)]
    problem: Problem,
    /// Only with these, such as `relu` [default: those of the core]
    #[arg(long, value_name = "EXERCISE")]
    activation: Vec<String>,
    /// Draw the same points and the same weights to start from
    #[arg(long, value_name = "N", default_value_t = SEED)]
    seed: u64,
    /// Use only ASCII characters
    #[arg(long)]
    ascii: bool,
}

impl Train {
    /// As without arguments: a ring, and all exercises.
    pub fn usual() -> Self {
        Self { problem: Problem::Ring, activation: Vec::new(), seed: SEED, ascii: false }
    }

    /// What is to be trained, with maps of this size.
    pub fn plan(&self, map: (usize, usize)) -> Plan {
        Plan::new(self.problem, self.seed, map)
    }

    /// Trains.
    ///
    /// # Errors
    /// A [`BadArgument`] for a name that is no exercise's; otherwise where nothing can be built.
    pub fn trained(&self, plan: &Plan) -> Result<Vec<Trained>> {
        let project = Project::find()?;
        let rubric = Rubric::read(&project.suite())?;
        let mut chosen = rubric.choose(&self.activation).map_err(|error| BadArgument(error.to_string()))?;
        if self.activation.is_empty() {
            chosen.retain(|exercise| exercise.track == Track::Core);
        }
        if let Some(of_rows) = chosen.iter().find(|exercise| exercise.is_of_rows()) {
            let message = format!(
                "{} looks at whole rows, and between these layers stands a function of one number\nhint: relu, sigmoid or tanh",
                of_rows.title
            );
            return Err(BadArgument(message).into());
        }
        let written = Submission::own(&project, Crate::Exercises, &rubric.exercises)?;
        let _lock = project.lock()?;
        let setup = Setup { project: &project, rubric: &rubric, limits: Limits::USUAL, seed: self.seed };
        train_all(plan, &chosen, &rubric, &run::build_own(setup, Crate::Exercises, &written)?)
    }
}

/// Trains, and shows side by side what each network takes the plane for.
///
/// # Errors
/// As [`Train::trained`].
pub fn train(options: &Train) -> Result<Ending> {
    let plan = options.plan(MAP);
    let all = options.trained(&plan)?;
    let symbols = if options.ascii { Symbols::Ascii } else { Symbols::here() };
    show(&symbols.write(&render::trained(&all, &plan)))?;
    Ok(Ending::Good)
}

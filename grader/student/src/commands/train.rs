//! `train`: the same small network, once without an activation, and once with each of the learner's.

use std::thread;
use std::time::Duration;

use anyhow::Result;
use fastrand::Rng;

use super::{BadArgument, Ending, show};
use crate::grading::in_thread;
use crate::render::{self, Symbols};
use crate::run::{self, Built, Crate, NoWorker, Setup};
use crate::submission::Submission;
use crate::training::{Learners, Point, Problem, Straight, Trained, train as train_one};
use grader::judge::{Limits, Questions};
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};

/// How long one network may take with a learner's function.
const PATIENCE: Duration = Duration::from_secs(20);

/// Train one small network without an activation, and with each of yours
#[derive(Debug, clap::Args)]
pub struct Train {
    /// What the network is to tell apart
    #[arg(value_enum, default_value_t = Problem::Ring)]
    problem: Problem,
    /// Only with these, such as `relu`
    #[arg(long, value_name = "EXERCISE")]
    activation: Vec<String>,
    /// Draw the same points and the same weights to start from
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Use only ASCII characters
    #[arg(long)]
    ascii: bool,
}

/// Trains, and shows side by side what each network takes the plane for.
///
/// # Errors
/// A [`BadArgument`] for a name that is no exercise's; otherwise where nothing can be built.
pub fn train(options: &Train) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = Rubric::read(&project.suite())?;
    let chosen = rubric.choose(&options.activation).map_err(|error| BadArgument(error.to_string()))?;
    let written = Submission::own(&project, Crate::Exercises, &rubric.exercises)?;
    let _lock = project.lock()?;
    let setup = Setup { project: &project, rubric: &rubric, limits: Limits::USUAL, seed: options.seed };
    let built = run::build_own(setup, Crate::Exercises, &written)?;
    let points = options.problem.points(&mut Rng::with_seed(options.seed));
    let all = thread::scope(|scope| {
        let one = |exercise| {
            let (built, points) = (&built, &points);
            move || Ok(with(exercise, built, points, options.seed))
        };
        let running: Vec<_> = chosen.iter().map(|exercise| in_thread(scope, one(exercise))).collect();
        let straight = train_one("none", &points, options.seed, &mut Straight);
        let mut all = vec![straight];
        for wait in running {
            all.push(wait()?);
        }
        Ok::<Vec<Trained>, anyhow::Error>(all)
    })?;
    let symbols = if options.ascii { Symbols::Ascii } else { Symbols::here() };
    show(&symbols.write(&render::trained(&all, &points)))?;
    Ok(Ending::Good)
}

/// The network with a learner's function.
fn with(exercise: &Exercise, built: &Built, points: &[Point], seed: u64) -> Trained {
    let broke = |why: &str| Trained {
        title: exercise.title.clone(),
        losses: Vec::new(),
        right: 0,
        map: Vec::new(),
        broke: Some(why.to_owned()),
    };
    match built.workers.get(&exercise.name) {
        Some(Ok(program)) => {
            let questions = Questions::to(&exercise.name, program, PATIENCE);
            train_one(&exercise.title, points, seed, &mut Learners { questions })
        }
        Some(Err(NoWorker::DoesNotCompile(_))) => broke("its file does not compile"),
        _ => broke("its file can't be run"),
    }
}

//! A small network that learns, once with each activation: what bending is good for.
//!
//! - `problem`: points in a plane, each of one of two kinds
//! - `network`: two inputs, one hidden layer, one output, and how its weights learn
//! - `bend`: the function between the layers, and its slope
//!
//! The learner's functions run in the worker, as always; all else is computed here. The output's probability and the
//! loss are exact, so that only the hidden layer's function makes a difference.

mod bend;
mod network;
mod problem;

use std::iter;
use std::time::Duration;

use anyhow::Result;
use fastrand::Rng;

use crate::run::{Built, NoWorker};
use crate::side_by_side;
use grader::judge::Questions;
use grader::rubric::{Exercise, Rubric};

pub use bend::{Bend, Learners, Straight};
pub use network::{HIDDEN, Network, STEPS};
pub use problem::{Point, Problem, REACH};

/// How long one network may take with a learner's function.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is trained, and what is kept of it.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What the network is to tell apart.
    pub problem: Problem,
    /// Its points.
    pub points: Vec<Point>,
    /// The same seed gives the same start, whatever bends the network.
    pub seed: u64,
    /// Columns and rows of a map.
    pub map: (usize, usize),
    /// After how many steps, beside the last, a map is drawn; in ascending order.
    pub keep: Vec<usize>,
}

impl Plan {
    /// The points that the seed draws, and a map of them at the end.
    pub fn new(problem: Problem, seed: u64, map: (usize, usize)) -> Self {
        Self { problem, points: problem.points(&mut Rng::with_seed(seed)), seed, map, keep: Vec::new() }
    }
}

/// A network that has learnt, or has tried to.
#[derive(Debug, Clone)]
pub struct Trained {
    /// What the function between the layers is called.
    pub title: String,
    /// Its loss before each step.
    pub losses: Vec<f32>,
    /// What it took the plane for, the last time at its end; none where it gave no answer at all.
    pub views: Vec<View>,
    /// Why it ended before its last step.
    pub broke: Option<String>,
    /// Whether it learnt by slopes that the learner has written.
    pub has_own_slopes: bool,
}

/// What a network takes the plane for.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// After how many steps.
    pub step: usize,
    /// How many points it puts on the right side.
    pub right: usize,
    /// How sure it is of the first kind, on a grid over the whole plane: rows from above.
    pub map: Vec<Vec<f32>>,
}

impl Trained {
    /// How many points it puts on the right side at its end.
    pub fn right(&self) -> usize {
        self.views.last().map_or(0, |view| view.right)
    }

    /// A network that could not even begin.
    fn broken(title: &str, why: &str) -> Self {
        let broke = Some(why.to_owned());
        Self { title: title.to_owned(), losses: Vec::new(), views: Vec::new(), broke, has_own_slopes: false }
    }
}

/// Trains the network without an activation, and with each of the learner's, side by side.
///
/// # Errors
/// Where a thread can't be started.
pub fn train_all(plan: &Plan, chosen: &[&Exercise], rubric: &Rubric, built: &Built) -> Result<Vec<Trained>> {
    let networks: Vec<Option<&Exercise>> = iter::once(None).chain(chosen.iter().copied().map(Some)).collect();
    side_by_side::map(networks.len(), &networks, |network| match network {
        Some(exercise) => with(exercise, rubric, built, plan),
        None => train("none", plan, &mut Straight),
    })
}

/// The network with a learner's function.
fn with(exercise: &Exercise, rubric: &Rubric, built: &Built, plan: &Plan) -> Trained {
    match built.workers.get(&exercise.name) {
        Some(Ok(program)) => {
            let values = Questions::to(&exercise.name, program, PATIENCE);
            let slope = rubric.slope_of(exercise);
            let slopes = slope.and_then(|slope| {
                let program = built.workers.get(&slope.name)?.as_ref().ok()?;
                Some(Questions::to(&slope.name, program, PATIENCE))
            });
            let mut own = Learners::new(values, slopes);
            let trained = train(&exercise.title, plan, &mut own);
            Trained { has_own_slopes: own.has_own_slopes(), ..trained }
        }
        Some(Err(NoWorker::DoesNotCompile(_))) => {
            Trained::broken(&exercise.title, "its file does not compile")
        }
        _ => Trained::broken(&exercise.title, "its file can't be run"),
    }
}

/// Trains one network.
pub fn train(title: &str, plan: &Plan, bend: &mut dyn Bend) -> Trained {
    let mut network = Network::new(&mut Rng::with_seed(plan.seed));
    let (mut losses, mut views, mut broke) = (Vec::new(), Vec::new(), None);
    for step in 0..STEPS {
        if plan.keep.contains(&step) {
            views.extend(view(&network, step, plan, bend));
        }
        match network.learn(&plan.points, bend) {
            Ok(loss) => losses.push(loss),
            Err(why) => {
                broke = Some(why);
                break;
            }
        }
    }
    views.extend(view(&network, losses.len(), plan, bend));
    Trained { title: title.to_owned(), losses, views, broke, has_own_slopes: false }
}

/// What the network takes the plane for now; none where the function gives no answer.
fn view(network: &Network, step: usize, plan: &Plan, bend: &mut dyn Bend) -> Option<View> {
    let places: Vec<[f32; 2]> = plan.points.iter().map(|point| point.at).collect();
    let sure = network.answers(&places, bend).ok()?;
    let is_right = |(sure, point): (&f32, &Point)| (*sure > 0.5) == point.is_first;
    let right = sure.iter().zip(&plan.points).filter(|pair| is_right(*pair)).count();
    let (columns, rows) = plan.map;
    let place = |at: usize, of: usize| REACH * (2.0 * (at as f32 + 0.5) / of as f32 - 1.0);
    let grid: Vec<[f32; 2]> = (0..rows)
        .flat_map(|row| (0..columns).map(move |column| [place(column, columns), -place(row, rows)]))
        .collect();
    let sure = network.answers(&grid, bend).ok()?;
    Some(View { step, right, map: sure.chunks(columns).map(<[f32]>::to_vec).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A function that is computed here.
    struct Exact(fn(f32) -> f32);

    impl Bend for Exact {
        fn values(&mut self, zs: &[f32]) -> Result<Vec<f32>, String> {
            Ok(zs.iter().map(|&z| self.0(z)).collect())
        }
    }

    fn right(problem: Problem, bend: &mut dyn Bend) -> usize {
        train("it", &Plan::new(problem, 7, (6, 3)), bend).right()
    }

    #[test]
    fn what_bends_learns_and_what_is_straight_does_not() {
        for problem in [Problem::Xor, Problem::Ring] {
            let straight = right(problem, &mut Straight);
            for bend in [|x: f32| x.max(0.0), f32::tanh, |x: f32| (-(-x).exp().ln_1p()).exp()] {
                let bent = right(problem, &mut Exact(bend));
                assert!(bent >= 190 && straight <= 140, "{problem:?}: {straight} and {bent}");
            }
        }
    }

    #[test]
    fn a_step_has_no_slope_and_what_is_no_number_ends_it() {
        let plan = Plan::new(Problem::Spiral, 2, (6, 3));
        let step = train("step", &plan, &mut Exact(|x| f32::from(u8::from(x > 0.0))));
        assert!(step.right() < 190, "only the output learns: {}", step.right());
        let broken = train("nan", &plan, &mut Exact(|_| f32::NAN));
        assert!(broken.broke.is_some_and(|why| why.contains("NaN")));
    }

    #[test]
    fn the_same_seed_gives_the_same_maps() {
        let plan = Plan { keep: vec![0, 10], ..Plan::new(Problem::Moons, 3, (6, 3)) };
        let views = || train("it", &plan, &mut Exact(f32::tanh)).views;
        assert_eq!(views(), views());
        assert_eq!(views().iter().map(|view| view.step).collect::<Vec<_>>(), [0, 10, STEPS]);
        assert!(views().iter().all(|view| view.map.len() == 3 && view.map[0].len() == 6));
    }
}

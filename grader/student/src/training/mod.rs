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

use fastrand::Rng;

pub use bend::{Bend, Learners, Straight};
pub use network::{HIDDEN, Network, STEPS};
pub use problem::{Point, Problem, REACH};

/// A network that has learnt, or has tried to.
#[derive(Debug, Clone)]
pub struct Trained {
    /// What the function between the layers is called.
    pub title: String,
    /// Its loss before each step, and after the last.
    pub losses: Vec<f32>,
    /// How many points it puts on the right side.
    pub right: usize,
    /// How sure it is of the first kind, on a grid over the whole plane: rows from above.
    pub map: Vec<Vec<f32>>,
    /// Why it ended before its last step.
    pub broke: Option<String>,
}

/// Columns and rows of a map.
pub const MAP: (usize, usize) = (18, 9);

/// Trains one network on the points. The same seed gives the same start, whatever bends it.
pub fn train(title: &str, points: &[Point], seed: u64, bend: &mut dyn Bend) -> Trained {
    let mut network = Network::new(&mut Rng::with_seed(seed));
    let mut trained =
        Trained { title: title.to_owned(), losses: Vec::new(), right: 0, map: Vec::new(), broke: None };
    for _ in 0..STEPS {
        match network.learn(points, bend) {
            Ok(loss) => trained.losses.push(loss),
            Err(why) => {
                trained.broke = Some(why);
                break;
            }
        }
    }
    let places: Vec<[f32; 2]> = points.iter().map(|point| point.at).collect();
    if let Ok(sure) = network.answers(&places, bend) {
        let is_right = |(sure, point): (&f32, &Point)| (*sure > 0.5) == point.is_first;
        trained.right = sure.iter().zip(points).filter(|pair| is_right(*pair)).count();
    }
    let (columns, rows) = MAP;
    let place = |at: usize, of: usize| REACH * (2.0 * (at as f32 + 0.5) / of as f32 - 1.0);
    let grid: Vec<[f32; 2]> = (0..rows)
        .flat_map(|row| (0..columns).map(move |column| [place(column, columns), -place(row, rows)]))
        .collect();
    if let Ok(sure) = network.answers(&grid, bend) {
        trained.map = sure.chunks(columns).map(<[f32]>::to_vec).collect();
    }
    trained
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A function that is computed here.
    struct Exact(fn(f32) -> f32);

    impl Bend for Exact {
        fn bend(&mut self, zs: &[f32]) -> Result<(Vec<f32>, Vec<f32>), String> {
            let slope = |&z: &f32| (self.0(z + 1e-2) - self.0(z - 1e-2)) / 2e-2;
            Ok((zs.iter().map(|&z| self.0(z)).collect(), zs.iter().map(slope).collect()))
        }
    }

    fn right(problem: Problem, bend: &mut dyn Bend) -> usize {
        let points = problem.points(&mut Rng::with_seed(7));
        train("it", &points, 7, bend).right
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
        let points = Problem::Spiral.points(&mut Rng::with_seed(2));
        let step = train("step", &points, 2, &mut Exact(|x| f32::from(u8::from(x > 0.0))));
        assert!(step.right < 190, "only the output learns: {}", step.right);
        let broken = train("nan", &points, 7, &mut Exact(|_| f32::NAN));
        assert!(broken.broke.is_some_and(|why| why.contains("NaN")));
    }

    #[test]
    fn the_same_seed_gives_the_same_map() {
        let points = Problem::Moons.points(&mut Rng::with_seed(3));
        let map = || train("it", &points, 3, &mut Exact(f32::tanh)).map;
        assert_eq!(map(), map());
        assert_eq!((map().len(), map()[0].len()), (MAP.1, MAP.0));
    }
}

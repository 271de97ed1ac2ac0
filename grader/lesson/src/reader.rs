//! What the reader has written, as functions that can be asked, beside what they should be.

use std::cell::OnceCell;
use std::time::Duration;

use anyhow::Result;
use grader::judge::{Limits, Questions, Reference};
use grader::project::Project;
use grader::rubric::{Exercise, Rubric, Track};
use student::curves::{self, Curve, State};
use student::run::{self, Built, Crate, Setup};
use student::submission::Submission;
use student::training::{Bend, Learners, Plan, Problem, Straight, Trained, train};

/// How long a learner's function is waited for, for all questions of one figure.
const PATIENCE: Duration = Duration::from_secs(10);

/// The seed of all figures: every reader has the same points and the same start.
const SEED: u64 = 1;

/// Columns and rows of a map.
const MAP: (usize, usize) = (44, 44);

/// The reader's functions.
pub struct Reader {
    rubric: Rubric,
    built: Built,
    curves: Vec<Curve>,
    references: Vec<(String, Reference)>,
    ring: OnceCell<(Plan, Vec<Bent>)>,
}

/// A network that has learnt, and whose function stands between its layers.
pub struct Bent {
    /// What became of it.
    pub trained: Trained,
    /// Whether the function is the reader's own; none where there is no function.
    pub is_own: Option<bool>,
}

impl Reader {
    /// Builds what stands in a crate, which is the learner's or the reference, and asks for its curves.
    ///
    /// # Errors
    /// Where something that no learner writes can't be read or built.
    pub fn of(project: &Project, subject: Crate) -> Result<Self> {
        let rubric = Rubric::read(&project.suite())?;
        let written = Submission::own(project, subject, &rubric.exercises)?;
        let _lock = project.lock()?;
        let setup = Setup { project, rubric: &rubric, limits: Limits::USUAL, seed: SEED };
        let built = run::build_own(setup, subject, &written)?;
        let all: Vec<&Exercise> = rubric.exercises.iter().collect();
        let curves = curves::trace(project, &all, &built, &|_| Limits::USUAL)?;
        let read = |exercise: &Exercise| {
            Ok::<_, anyhow::Error>((exercise.name.clone(), Reference::read(project, exercise, None)?))
        };
        let of_numbers = rubric.exercises.iter().filter(|exercise| !exercise.is_of_rows());
        let references = of_numbers.map(read).collect::<Result<_>>()?;
        Ok(Self { rubric, built, curves, references, ring: OnceCell::new() })
    }

    /// The curve of an exercise; none where this workspace has no such exercise.
    pub fn curve(&self, exercise: &str) -> Option<&Curve> {
        self.curves.iter().find(|curve| curve.exercise == exercise)
    }

    /// The function of an exercise as it should be; none where this workspace has no such exercise.
    pub fn reference(&self, exercise: &str) -> Option<Tabled> {
        let (_, reference) = self.references.iter().find(|(name, _)| name == exercise)?;
        Some(Tabled::of(reference))
    }

    /// The reader's function of an exercise, with the slope that they have written, if any; none where it is not
    /// written.
    pub fn own<'a>(&'a self, exercise: &'a str) -> Option<Learners<'a>> {
        let found = self.rubric.exercises.iter().find(|other| other.name == exercise)?;
        let slopes = self.rubric.slope_of(found).and_then(|slope| self.questions(&slope.name));
        Some(Learners::new(self.questions(exercise)?, slopes))
    }

    fn questions<'a>(&'a self, exercise: &'a str) -> Option<Questions<'a>> {
        let is_written = self.curve(exercise).is_some_and(|curve| curve.state == State::Written);
        let program = self.built.workers.get(exercise)?.as_ref().ok().filter(|_| is_written)?;
        Some(Questions::to(exercise, program, PATIENCE))
    }

    /// Networks on a disc within a ring: without an activation, and with each of the core's. Where the reader's is
    /// not written, or gives no answer, what it should be stands in.
    pub fn ring(&self) -> &(Plan, Vec<Bent>) {
        self.ring.get_or_init(|| self.train_on_a_ring())
    }

    fn train_on_a_ring(&self) -> (Plan, Vec<Bent>) {
        let plan = Plan::new(Problem::Ring, SEED, MAP);
        let straight = Bent { trained: train("none", &plan, &mut Straight), is_own: None };
        let mut all = vec![straight];
        for exercise in self.rubric.of(Track::Core) {
            let own = self.own(&exercise.name).map(|mut own| train(&exercise.title, &plan, &mut own));
            all.extend(match own.filter(|trained| !trained.views.is_empty()) {
                Some(trained) => Some(Bent { trained, is_own: Some(true) }),
                None => self.reference(&exercise.name).map(|mut reference| Bent {
                    trained: train(&exercise.title, &plan, &mut reference),
                    is_own: Some(false),
                }),
            });
        }
        (plan, all)
    }
}

/// A function as it should be, by its values at many places, with straight lines between these.
pub struct Tabled {
    values: Vec<f32>,
}

/// Values stand at so many places in each step of one.
const PER_ONE: usize = 128;

/// The first and the last place are this far from 0; beyond, the line goes on straight.
const FAR: usize = 32;

impl Tabled {
    fn of(reference: &Reference) -> Self {
        let place = |at: usize| at as f32 / PER_ONE as f32 - FAR as f32;
        #[expect(clippy::cast_possible_truncation, reason = "networks compute with f32")]
        let values = (0..=2 * FAR * PER_ONE).map(|at| reference.at(place(at)) as f32);
        Self { values: values.collect() }
    }

    /// The function's value.
    pub fn at(&self, x: f32) -> f32 {
        let along = (x + FAR as f32) * PER_ONE as f32;
        let last = self.values.len() - 2;
        let before = (along.max(0.0) as usize).min(last);
        let (low, high) = (self.values[before], self.values[before + 1]);
        low + (high - low) * (along - before as f32)
    }
}

impl Bend for Tabled {
    fn values(&mut self, zs: &[f32]) -> Result<Vec<f32>, String> {
        Ok(zs.iter().map(|&z| self.at(z)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_the_function_and_goes_on_straight() {
        let project = Project::of_this_build();
        let rubric = Rubric::read(&project.suite()).expect("a rubric");
        let tabled = |name: &str| {
            let exercise = rubric.exercises.iter().find(|exercise| exercise.name == name).expect("it is one");
            Tabled::of(&Reference::read(&project, exercise, None).expect("a reference"))
        };
        let (mut relu, mut tanh) = (tabled("relu"), tabled("tanh"));
        for x in [-50.0, -31.9, -1.234, 0.0, 0.003, 2.5, 31.99, 50.0_f32] {
            assert!((relu.at(x) - x.max(0.0)).abs() < 1e-4, "{x}: {}", relu.at(x));
            assert!((tanh.at(x) - x.tanh()).abs() < 1e-4, "{x}: {}", tanh.at(x));
        }
        let slopes = |bend: &mut Tabled| bend.bend(&[-1.0, 0.5, 40.0]).expect("it answers").1;
        for (slopes, right) in
            [(slopes(&mut relu), [0.0, 1.0, 1.0]), (slopes(&mut tanh), [0.41997, 0.78645, 0.0])]
        {
            assert!(slopes.iter().zip(right).all(|(a, b)| (a - b).abs() < 2e-3), "{slopes:?}");
        }
    }
}

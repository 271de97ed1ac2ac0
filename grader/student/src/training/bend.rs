//! The function between two layers, and its slope.

use std::time::Duration;

use grader::judge::{Failure, Questions, Tensor};

use crate::slope_check::STEP;

/// How long is waited for one answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// A function of one number.
pub trait Bend {
    /// Its values.
    ///
    /// # Errors
    /// Why there are none, in words.
    fn values(&mut self, zs: &[f32]) -> Result<Vec<f32>, String>;

    /// Its values and its slopes: measured between two numbers near by, where nothing better is known.
    ///
    /// # Errors
    /// As [`Self::values`].
    fn bend(&mut self, zs: &[f32]) -> Result<(Vec<f32>, Vec<f32>), String> {
        measured(zs, |near| self.values(near))
    }
}

/// Values, and slopes by central differences.
fn measured(
    zs: &[f32],
    values: impl FnOnce(&[f32]) -> Result<Vec<f32>, String>,
) -> Result<(Vec<f32>, Vec<f32>), String> {
    let near = [0.0, STEP, -STEP].into_iter().flat_map(|step| zs.iter().map(move |z| z + step));
    let mut values = values(&near.collect::<Vec<f32>>())?;
    let count = zs.len();
    let slopes = (0..count).map(|at| (values[count + at] - values[2 * count + at]) / (2.0 * STEP)).collect();
    values.truncate(count);
    Ok((values, slopes))
}

/// No function at all: two layers that are one.
pub struct Straight;

impl Bend for Straight {
    fn values(&mut self, zs: &[f32]) -> Result<Vec<f32>, String> {
        Ok(zs.to_vec())
    }

    fn bend(&mut self, zs: &[f32]) -> Result<(Vec<f32>, Vec<f32>), String> {
        Ok((zs.to_vec(), vec![1.0; zs.len()]))
    }
}

/// The learner's function. Its slope is the learner's, too, where that is written.
pub struct Learners<'a> {
    values: Questions<'a>,
    slopes: Option<Questions<'a>>,
}

impl<'a> Learners<'a> {
    /// Asks a worker about the function, and one about its slope, if it is an exercise.
    pub fn new(values: Questions<'a>, slopes: Option<Questions<'a>>) -> Self {
        Self { values, slopes }
    }

    /// Whether the slopes are the learner's own, as far as they were asked for.
    pub fn has_own_slopes(&self) -> bool {
        self.slopes.is_some()
    }
}

impl Bend for Learners<'_> {
    fn values(&mut self, zs: &[f32]) -> Result<Vec<f32>, String> {
        ask(&mut self.values, zs).map_err(in_words)
    }

    fn bend(&mut self, zs: &[f32]) -> Result<(Vec<f32>, Vec<f32>), String> {
        if let Some(own) = &mut self.slopes {
            match ask(own, zs) {
                Ok(slopes) => return Ok((self.values(zs)?, slopes)),
                Err(Failure::NotImplemented { .. }) => self.slopes = None,
                Err(other) => return Err(format!("its slope: {}", in_words(other))),
            }
        }
        measured(zs, |near| self.values(near))
    }
}

fn ask(questions: &mut Questions, zs: &[f32]) -> Result<Vec<f32>, Failure> {
    let input = Tensor::new(&[zs.len()], zs.to_vec());
    let reply = questions.ask(&input, PATIENCE).unwrap_or(Err(Failure::NotRun { limit: PATIENCE }));
    Failure::of_reply(&input, reply)
}

fn in_words(failure: Failure) -> String {
    match failure {
        Failure::NotImplemented { .. } => "not written yet".to_owned(),
        other => other.outcome(None).message,
    }
}

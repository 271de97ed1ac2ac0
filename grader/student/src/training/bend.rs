//! The function between two layers, and its slope.

use std::time::Duration;

use grader::judge::{Failure, Questions, Tensor};

/// How far apart the two numbers lie between which a slope is taken, halved.
pub const STEP: f32 = 1e-2;

/// How long is waited for one answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// A function of one number.
pub trait Bend {
    /// Its values and its slopes.
    ///
    /// # Errors
    /// Why there are none, in words.
    fn bend(&mut self, zs: &[f32]) -> Result<(Vec<f32>, Vec<f32>), String>;
}

/// No function at all: two layers that are one.
pub struct Straight;

impl Bend for Straight {
    fn bend(&mut self, zs: &[f32]) -> Result<(Vec<f32>, Vec<f32>), String> {
        Ok((zs.to_vec(), vec![1.0; zs.len()]))
    }
}

/// The learner's function. Its slope is the learner's, too, where that is written, or else measured between two
/// numbers near by.
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
    fn bend(&mut self, zs: &[f32]) -> Result<(Vec<f32>, Vec<f32>), String> {
        if let Some(own) = &mut self.slopes {
            let input = Tensor::new(&[zs.len()], zs.to_vec());
            match ask(own, &input) {
                Ok(slopes) => return Ok((ask(&mut self.values, &input).map_err(in_words)?, slopes)),
                Err(Failure::NotImplemented { .. }) => self.slopes = None,
                Err(other) => return Err(format!("its slope: {}", in_words(other))),
            }
        }
        let near = [0.0, STEP, -STEP].into_iter().flat_map(|step| zs.iter().map(move |z| z + step));
        let input = Tensor::new(&[3, zs.len()], near.collect());
        let mut values = ask(&mut self.values, &input).map_err(in_words)?;
        let slopes =
            (0..zs.len()).map(|at| (values[zs.len() + at] - values[2 * zs.len() + at]) / (2.0 * STEP));
        let slopes = slopes.collect();
        values.truncate(zs.len());
        Ok((values, slopes))
    }
}

fn ask(questions: &mut Questions, input: &Tensor) -> Result<Vec<f32>, Failure> {
    let reply = questions.ask(input, PATIENCE).unwrap_or(Err(Failure::NotRun { limit: PATIENCE }));
    Failure::of_reply(input, reply)
}

fn in_words(failure: Failure) -> String {
    match failure {
        Failure::NotImplemented { .. } => "not written yet".to_owned(),
        other => other.outcome(None).message,
    }
}

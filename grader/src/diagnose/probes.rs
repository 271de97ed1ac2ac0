//! A fixed set of questions, and what the worker answered.

use std::time::Duration;

use channel::message::Reply;

use crate::judge::{Failure, Layout, Program, Questions, Tensor};

/// The numbers that are asked about: both signs, whole and broken, out to where everything has
/// settled. In no order, so that one that is kept or lost shows. All are in the reference tables.
const NUMBERS: [f32; 40] = [
    0.5,
    -2.0,
    2.711607,
    3.0,
    -0.25,
    20.0,
    -6.0,
    -0.313_940_47,
    1.5,
    0.0,
    -10.0,
    0.122_208_83,
    2.5,
    -1.0,
    0.75,
    -4.0,
    -3.338068,
    8.0,
    -0.5,
    1.0,
    -3.0,
    0.25,
    7.3978395,
    -20.0,
    5.0,
    -1.5,
    -0.044_309_195,
    6.0,
    -0.75,
    4.0,
    -9.903792,
    -8.0,
    2.0,
    0.013_123_726_5,
    -2.5,
    10.0,
    1.875_303_3,
    -5.0,
    -1.617_449_5,
    1.25,
];

/// The numbers of the lesson's first example.
pub const EXAMPLE: [f32; 5] = [-3.0, -1.0, 0.0, 1.0, 3.0];

/// Where overflow is looked for, from the inside out.
pub const FAR: [f32; 12] = [
    50.0,
    -50.0,
    88.0,
    -88.0,
    100.0,
    -100.0,
    1000.0,
    -1000.0,
    f32::MAX,
    -f32::MAX,
    f32::INFINITY,
    f32::NEG_INFINITY,
];

/// How `forward` ended on a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Values(Vec<f32>),
    OtherShape(Vec<usize>),
    Panicked,
    /// It hung, crashed, or there was no time left to ask.
    Nothing,
}

/// A question and its answer.
#[derive(Debug, Clone)]
pub struct Probe {
    pub input: Tensor,
    pub answer: Answer,
}

impl Probe {
    /// The values, where there are any.
    pub fn values(&self) -> Option<&[f32]> {
        match &self.answer {
            Answer::Values(values) => Some(values),
            _ => None,
        }
    }
}

/// Every question and its answer.
pub struct Probes<'a> {
    questions: Option<(Questions<'a>, Duration)>,
    pub line: Probe,
    /// The same numbers backwards.
    pub backwards: Probe,
    /// The first question with another number at its end: one like the rest, and infinity.
    pub line_ends_otherwise: [Probe; 2],
    /// The first question again and again, last of all.
    pub line_again: [Probe; 3],
    pub example: Probe,
    pub scalar: Probe,
    pub matrix: Probe,
    /// The same numbers backwards.
    pub matrix_backwards: Probe,
    /// The matrix in other memory layouts.
    pub layouts: [Probe; 3],
    pub cube: Probe,
    pub empty: Probe,
    pub nan: Probe,
    pub far: Probe,
    pub large: Probe,
}

impl<'a> Probes<'a> {
    /// Asks everything, waiting no longer than `call` for an answer and `left` for all of them.
    pub fn ask(exercise: &'a str, program: &'a Program, call: Duration, left: Duration) -> Self {
        let mut questions = Questions::to(exercise, program, left);
        let probes = Self::collect(|input| match questions.ask(input, call) {
            Some(Ok(Reply::Answer(values))) => Answer::Values(values),
            Some(Ok(Reply::OtherShape(shape))) => Answer::OtherShape(shape),
            Some(Ok(Reply::Panicked { message, place })) => match Failure::from_panic(&message, &place) {
                Failure::NotImplemented { .. } => Answer::Nothing,
                _ => Answer::Panicked,
            },
            _ => Answer::Nothing,
        });
        Self { questions: Some((questions, call)), ..probes }
    }

    /// Answers to more numbers: in a vector, or in a matrix where a vector is too much.
    pub fn more(&mut self, numbers: &[f32]) -> Option<Vec<(f32, f32)>> {
        let is_vector = self.line.values().is_some();
        let shape = if is_vector { vec![numbers.len()] } else { vec![1, numbers.len()] };
        let (questions, call) = self.questions.as_mut()?;
        match questions.ask(&Tensor::new(&shape, numbers.to_vec()), *call) {
            Some(Ok(Reply::Answer(values))) => Some(numbers.iter().copied().zip(values).collect()),
            _ => None,
        }
    }

    /// Answers to the numbers of the first question that the layer of another name gives, in a process of its own.
    pub fn of_layer(&mut self, layer: &str) -> Option<Vec<(f32, f32)>> {
        let (numbers, _) = self.sample()?;
        let probe = [&self.line, &self.matrix].into_iter().find(|probe| probe.values().is_some())?;
        let (questions, call) = self.questions.as_mut()?;
        questions.start_anew();
        match questions.ask_layer(layer, &[&probe.input], *call)?.pop() {
            Some(Ok(Reply::Answer(values))) => Some(numbers.into_iter().zip(values).collect()),
            _ => None,
        }
    }

    /// Numbers far out, and their answers, where there are any.
    pub fn far(&self) -> Vec<(f32, f32)> {
        let answers = self.far.values().unwrap_or_default();
        self.far.input.values.iter().copied().zip(answers.iter().copied()).collect()
    }

    fn collect(mut ask: impl FnMut(&Tensor) -> Answer) -> Self {
        let mut probe = |input: Tensor| Probe { answer: ask(&input), input };
        let line = numbers();
        let vector = |values: &[f32]| Tensor::new(&[values.len()], values.to_vec());
        let matrix = Tensor::new(&[5, 8], NUMBERS.to_vec());
        let large = NUMBERS.iter().copied().cycle().take(70_000).collect();
        Self {
            questions: None,
            line: probe(vector(&line)),
            backwards: probe(vector(&reversed(&line))),
            example: probe(vector(&EXAMPLE)),
            scalar: probe(Tensor::new(&[], vec![0.5])),
            layouts: [Layout::transposed(2), Layout::sliced(2), Layout::reversed(2)]
                .map(|layout| probe(matrix.clone().laid_out(layout))),
            matrix_backwards: probe(Tensor::new(&[5, 8], reversed(&NUMBERS))),
            matrix: probe(matrix),
            cube: probe(Tensor::new(&[2, 4, 5], NUMBERS.to_vec())),
            empty: probe(vector(&[])),
            nan: probe(vector(&[1.0, f32::NAN, -1.0, -f32::NAN])),
            far: probe(vector(&FAR)),
            large: probe(Tensor::new(&[250, 280], large)),
            line_ends_otherwise: [-7.0, f32::INFINITY]
                .map(|end| probe(vector(&[&NUMBERS[..], &[end]].concat()))),
            line_again: [(); 3].map(|()| probe(vector(&line))),
        }
    }

    /// Numbers and what became of them: of the vector, or of the matrix where a vector is too much.
    pub fn sample(&self) -> Option<(Vec<f32>, Vec<f32>)> {
        let probe = [&self.line, &self.matrix].into_iter().find(|probe| probe.values().is_some())?;
        Some((probe.input.values.clone(), probe.values()?.to_vec()))
    }
}

/// The numbers of the first question.
///
/// 41 values, a prime: code that works in blocks of a fixed length has a remainder.
pub fn numbers() -> Vec<f32> {
    [&NUMBERS[..], &[7.0]].concat()
}

fn reversed(values: &[f32]) -> Vec<f32> {
    values.iter().rev().copied().collect()
}

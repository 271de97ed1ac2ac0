//! A fixed set of questions to a function of rows, and what the worker answered.

use std::time::Duration;

use channel::layer;
use channel::message::Reply;

use crate::judge::{Failure, Layout, Program, Questions, Reference, Tensor};
use crate::project::Project;
use crate::rubric::Exercise;

/// Numbers of which every honest formula can make shares, of which no sum of some is that of others.
const NUMBERS: [f32; 24] = [
    0.5, -1.25, 2.0, 0.25, -0.75, 1.5, 0.0, -2.0, 1.0, 0.875, -0.5, 1.75, -1.0, 0.125, 2.25, -1.5, 0.75,
    -0.25, 1.25, -1.75, 0.375, 1.125, -0.625, 0.625,
];

const MASKED: f32 = f32::NEG_INFINITY;

/// How `forward` ended on a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Values(Vec<f32>),
    OtherShape(Vec<usize>),
    /// With these words.
    Panicked(String),
    /// It hung, crashed, is not written, or there was no time left to ask.
    Nothing,
}

/// A question, what has to come out, and the answer.
#[derive(Debug, Clone)]
pub struct Probe {
    pub input: Tensor,
    /// The axis along which rows lie.
    pub axis: usize,
    pub right: Vec<f64>,
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

    /// Whether the answer is right, as far as arithmetic in f32 can tell.
    pub fn is_right(&self) -> bool {
        self.is(&self.right)
    }

    /// Whether the answer is this.
    pub fn is(&self, wanted: &[f64]) -> bool {
        self.values().is_some_and(|got| {
            got.iter().zip(wanted).all(|(&got, &wanted)| super::super::close(f64::from(got), wanted))
        })
    }
}

/// Every question and its answer.
pub struct Probes {
    /// Plain numbers along every axis of a vector, a matrix and a tensor of rank 3.
    pub plain: Vec<Probe>,
    /// The same in a process of its own, which is asked for the last of them first.
    pub again: Vec<Probe>,
    /// A matrix in other memory layouts.
    pub layouts: Vec<Probe>,
    pub empty: Vec<Probe>,
    pub nan: Probe,
    /// A row around each of these numbers.
    pub around: Vec<(f32, Probe)>,
    /// Two numbers far apart, in either order.
    pub far_apart: [Probe; 2],
    /// A row of large numbers above one of plain ones, and one of very negative numbers.
    pub beside: [Probe; 2],
    /// A masked place on either side.
    pub masked: [Probe; 2],
    pub all_masked: Probe,
    /// Many rows.
    pub large: Probe,
}

impl Probes {
    /// Asks everything, waiting no longer than `call` for an answer and `left` for all of them.
    pub fn ask(
        project: &Project,
        exercise: &Exercise,
        program: &Program,
        call: Duration,
        left: Duration,
    ) -> Option<Self> {
        let mut questions = Questions::to(&exercise.name, program, left);
        let rights: Vec<Reference> = (0_u8..3)
            .map(|axis| Reference::read(project, exercise, Some(f32::from(axis))).ok())
            .collect::<Option<_>>()?;
        let ask = |questions: &mut Questions, input: &Tensor, axis: usize| {
            let name = layer::with(&exercise.name, axis as f32);
            match questions.ask_layer(&name, &[input], call).and_then(|mut replies| replies.pop()) {
                Some(Ok(Reply::Answer(values))) => Answer::Values(values),
                Some(Ok(Reply::OtherShape(shape))) => Answer::OtherShape(shape),
                Some(Ok(Reply::Panicked { message, place })) => match Failure::from_panic(&message, &place) {
                    Failure::Panicked { message, .. } => Answer::Panicked(message),
                    _ => Answer::Nothing,
                },
                _ => Answer::Nothing,
            }
        };
        let mut probe = |input: Tensor, axis: usize| Probe {
            right: rights[axis].values(&input),
            answer: ask(&mut questions, &input, axis),
            axis,
            input,
        };
        let of = |shape: &[usize]| Tensor::new(shape, NUMBERS[..shape.iter().product()].to_vec());
        let vector = |values: &[f32]| Tensor::new(&[values.len()], values.to_vec());
        let shapes = [(vec![5], 0), (vec![3, 4], 0), (vec![3, 4], 1), (vec![3, 3], 1)];
        let cubes = (0..3).map(|axis| (vec![2, 3, 4], axis));
        let plain: Vec<Probe> =
            shapes.into_iter().chain(cubes).map(|(shape, axis)| probe(of(&shape), axis)).collect();
        let layouts = [Layout::transposed(2), Layout::sliced(2), Layout::reversed(2)]
            .map(|layout| probe(of(&[3, 4]).laid_out(layout), 1))
            .into();
        let empty = [(vec![0], 0), (vec![3, 0], 1), (vec![0, 2], 1)];
        let empty = empty.into_iter().map(|(shape, axis)| probe(of(&shape), axis)).collect();
        let around = [-1000.0, -200.0, -60.0, 60.0, 100.0, 1000.0];
        let around = around.map(|x| (x, probe(vector(&[x, x + 1.0]), 0))).into();
        let row = |values: &[f32]| Tensor::new(&[values.len() / 2, 2], values.to_vec());
        let many = NUMBERS[..23].iter().copied().cycle().take(72_000).collect();
        let large = probe(Tensor::new(&[24_000, 3], many), 1);
        let mut probes = Self {
            again: plain.clone(),
            plain,
            layouts,
            empty,
            nan: probe(vector(&[1.0, f32::NAN, -1.0]), 0),
            around,
            far_apart: [[1000.0, 0.0], [0.0, 1000.0]].map(|values| probe(vector(&values), 0)),
            beside: [[1000.0, 999.0, 0.0, 1.0], [-1000.0, -999.0, 0.0, 1.0]].map(|it| probe(row(&it), 1)),
            masked: [[0.0, MASKED], [MASKED, 0.0]].map(|values| probe(vector(&values), 0)),
            all_masked: probe(vector(&[MASKED, MASKED]), 0),
            large,
        };
        questions.start_anew();
        // The first of them twice, so that code that alternates is at its other turn for each.
        probes.again.last().map(|first| ask(&mut questions, &first.input, first.axis));
        for probe in probes.again.iter_mut().rev() {
            probe.answer = ask(&mut questions, &probe.input, probe.axis);
        }
        Some(probes)
    }
}

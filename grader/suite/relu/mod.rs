//! ReLU: max(0, x), exactly.

use grader::judge::{Expectation, Subject, Tensor};
use rstest::{fixture, rstest};

use crate::common::{self, RIGHT, row};
use crate::worker::worker;

#[fixture]
fn subject() -> Subject {
    Subject::new("relu", worker())
}

/// The two examples of the lesson.
#[rstest]
fn computes_the_example(mut subject: Subject) {
    let expected = Expectation { among: |x| x.abs() <= 3.0, ..RIGHT };
    let vector = row(vec![-3.0, -1.0, 0.0, 1.0, 3.0]);
    let matrix = Tensor::new(&[1, 3], vec![-2.0, 1.0, 0.0]);
    subject.expect(&expected, &[vector, matrix]);
}

/// For x > 0 the output is x itself, to the last bit.
#[rstest]
fn keeps_positive_values(mut subject: Subject) {
    common::agrees_above_zero(&mut subject);
}

/// For x < 0 the output is 0: this is where the sparsity comes from.
#[rstest]
fn zeroes_negative_values(mut subject: Subject) {
    common::agrees_below_zero(&mut subject);
}

/// The corner itself, from both sides: either zero will do.
#[rstest]
fn is_zero_at_zero(mut subject: Subject) {
    let expected = Expectation { among: |x| x == 0.0, ..RIGHT };
    subject.expect(&expected, &[row(vec![0.0, -0.0])]);
}

/// Nothing saturates: the largest numbers and infinity pass, their negatives become 0.
#[rstest]
fn passes_extremes(mut subject: Subject) {
    common::agrees_far_out(&mut subject);
}

every_activation!();

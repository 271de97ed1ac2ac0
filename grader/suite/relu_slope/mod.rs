//! ReLU's slope: 1 above 0, and 0 elsewhere, exactly.

use grader::judge::{Expectation, Subject};
use rstest::{fixture, rstest};

use crate::common::{self, RIGHT, row};
use crate::worker::worker;

#[fixture]
fn subject() -> Subject {
    Subject::new("relu_slope", worker())
}

/// The examples of the lesson but for 0, which is a check of its own.
#[rstest]
#[case::four_numbers(&[-3.0, -1.0, 1.0, 3.0])]
#[case::two_numbers(&[-0.5, 0.5])]
fn computes_the_example(mut subject: Subject, #[case] x: &[f32]) {
    let expected = Expectation { among: |x| x.abs() <= 3.0, ..RIGHT };
    subject.expect(&expected, &[row(x.to_vec())]);
}

/// At its corner ReLU has no slope; 0 is what is asked for.
#[rstest]
fn is_zero_at_zero(mut subject: Subject) {
    let expected = Expectation { among: |x| x == 0.0, ..RIGHT };
    subject.expect(&expected, &[row(vec![0.0, -0.0])]);
}

/// Large numbers, tiny ones, and infinity have the slope of their side.
#[rstest]
fn holds_at_both_ends(mut subject: Subject) {
    let is_at_an_end = |x: f32| x.abs() > 20.0 || (x != 0.0 && x.abs() < 1e-6);
    let expected = Expectation { among: is_at_an_end, ..RIGHT };
    let numbers = [f32::MAX, 1e30, 1000.0, 30.0, 1e-30, f32::MIN_POSITIVE, 1e-45, f32::INFINITY];
    subject.expect(&expected, &[row(numbers.into_iter().flat_map(|x| [x, -x]).collect())]);
}

every_activation!();

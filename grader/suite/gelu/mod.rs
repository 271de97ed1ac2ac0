//! GELU: x · Φ(x), within 1e-6, or a millionth of the value. It falls before it rises.

use grader::judge::{Expectation, Subject};
use rstest::{fixture, rstest};

use crate::common::{self, RIGHT, row};
use crate::worker::worker;

#[fixture]
fn subject() -> Subject {
    Subject::new("gelu", worker())
}

/// The two examples of the lesson, with all their digits.
#[rstest]
#[case::five_numbers(&[-3.0, -1.0, 0.0, 1.0, 3.0])]
#[case::three_numbers(&[-0.75, 0.5, 2.0])]
fn computes_the_example(mut subject: Subject, #[case] x: &[f32]) {
    let expected = Expectation { among: |x| x.abs() <= 3.0, ..RIGHT };
    subject.expect(&expected, &[row(x.to_vec())]);
}

/// Large numbers are ReLU's, and none of them is infinite. Up to 1e38, because an honest formula may double a number
/// before it halves it.
#[rstest]
fn agrees_far_out(mut subject: Subject) {
    common::agrees_at_large_numbers(&mut subject, 1e38);
}

/// The limits: infinity, and 0. Infinity times 0 is NaN, which is why this is a check of its own.
#[rstest]
fn has_its_limits_at_infinity(mut subject: Subject) {
    let expected = Expectation { among: f32::is_infinite, ..RIGHT };
    subject.expect(&expected, &[row(vec![f32::INFINITY, 0.0, f32::NEG_INFINITY])]);
}

every_activation!();

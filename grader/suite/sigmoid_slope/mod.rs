//! The sigmoid's slope: s · (1 − s), within 1e-6.

use grader::judge::{Expectation, Subject};
use rstest::{fixture, rstest};

use crate::common::{self, RIGHT, row};
use crate::worker::worker;

#[fixture]
fn subject() -> Subject {
    Subject::new("sigmoid_slope", worker())
}

/// The two examples of the lesson, with all their digits.
#[rstest]
#[case::five_numbers(&[-3.0, -1.0, 0.0, 1.0, 3.0])]
#[case::three_numbers(&[-2.0, 0.5, 2.0])]
fn computes_the_example(mut subject: Subject, #[case] x: &[f32]) {
    let expected = Expectation { among: |x| x.abs() <= 3.0, ..RIGHT };
    subject.expect(&expected, &[row(x.to_vec())]);
}

/// Far out the slope is 0, and never NaN: e^x becomes infinite beyond x ≈ 88.7, and ∞ / ∞ is NaN.
#[rstest]
fn agrees_far_out(mut subject: Subject) {
    common::agrees_far_out(&mut subject);
}

every_activation!();

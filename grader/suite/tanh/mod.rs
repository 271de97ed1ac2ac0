//! Tanh: (e^x − e^-x) / (e^x + e^-x), within 1e-6.

use grader::judge::{Expectation, Rule, Subject};
use rstest::{fixture, rstest};

use crate::common::{self, RIGHT, row};
use crate::worker::worker;

#[fixture]
fn subject() -> Subject {
    Subject::new("tanh", worker())
}

/// The two examples of the lesson, with all their digits.
#[rstest]
#[case::five_numbers(&[-3.0, -1.0, 0.0, 1.0, 3.0])]
#[case::three_numbers(&[-2.0, 0.0, 2.0])]
fn computes_the_example(mut subject: Subject, #[case] x: &[f32]) {
    let expected = Expectation { among: |x| x.abs() <= 3.0, ..RIGHT };
    subject.expect(&expected, &[row(x.to_vec())]);
}

/// Centred: e^0 − e^0 = 0.
#[rstest]
fn is_zero_at_zero(mut subject: Subject) {
    let expected = Expectation { among: |x| x == 0.0, ..RIGHT };
    subject.expect(&expected, &[row(vec![0.0, -0.0])]);
}

/// In the middle neither end is reached; further out f32 may round to it.
#[rstest]
fn stays_between_minus_one_and_one(mut subject: Subject) {
    let middle = Expectation {
        rule: Rule::Each { words: "a value above -1 and below 1", holds: |_, y| y > -1.0 && y < 1.0 },
        among: |x| x.abs() <= 3.0,
        ..RIGHT
    };
    subject.expect(&middle, &[row(vec![-3.0, -1.0, 0.0, 1.0, 3.0])]);

    let wide = Expectation {
        rule: Rule::Each { words: "a value in [-1, 1]", holds: |_, y| (-1.0..=1.0).contains(&y) },
        ..RIGHT
    };
    let ascending = common::ascending(&mut subject);
    subject.expect(&wide, &[row(ascending)]);
}

/// Far out the value is −1 or 1, and never NaN: e^x becomes infinite beyond x ≈ 88.7, and
/// ∞ / ∞ is NaN.
#[rstest]
fn saturates_without_overflow(mut subject: Subject) {
    common::agrees_far_out(&mut subject);
}

/// A larger input never gives a smaller output.
#[rstest]
fn never_decreases(mut subject: Subject) {
    common::never_decreases(&mut subject);
}

every_activation!();

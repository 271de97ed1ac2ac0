//! Sigmoid: 1 / (1 + e^-x), within 1e-6.

use grader::judge::{Layout, Subject};
use rstest::{fixture, rstest};

use crate::common::{self, row};
use crate::worker::worker;

#[fixture]
fn subject() -> Subject {
    Subject::new("sigmoid", worker())
}

/// The two examples of the lesson, with all their digits.
#[rstest]
#[case::five_numbers(&[-3.0, -1.0, 0.0, 1.0, 3.0])]
#[case::three_numbers(&[-2.0, 0.0, 2.0])]
fn computes_the_example(mut subject: Subject, #[case] x: &[f32]) {
    let expected: Vec<f64> = x.iter().map(|&x| subject.table.at(x)).collect();
    subject.gives(&row(x.to_vec()), &expected);
}

/// Undecided: e^0 = 1, and 1 / (1 + 1) = 1/2.
#[rstest]
fn is_one_half_at_zero(mut subject: Subject) {
    subject.gives(&row(vec![0.0, -0.0]), &[0.5, 0.5]);
}

/// A probability. In the middle neither end is reached; further out f32 may round to it.
#[rstest]
fn stays_between_zero_and_one(mut subject: Subject) {
    let middle = row(vec![-3.0, -1.0, 0.0, 1.0, 3.0]);
    let got = subject.forward(&middle).values;
    subject.holds(&middle, &got, "a value above 0 and below 1", |i| got[i] > 0.0 && got[i] < 1.0);

    let wide = row(common::ascending(&mut subject));
    let got = subject.forward(&wide).values;
    subject.holds(&wide, &got, "a value in [0, 1]", |i| (0.0..=1.0).contains(&got[i]));
}

/// σ(−x) = 1 − σ(x): what speaks for one class speaks against the other.
#[rstest]
fn mirrors_around_one_half(mut subject: Subject) {
    let (input, mirrored) = common::mirrored(&mut subject);
    let right = subject.forward(&input).values;
    let left = subject.forward(&mirrored).values;
    let slack = 2.0 * subject.slack(1.0); // each side may be off by one tolerance
    subject.holds(&mirrored, &left, "1 − sigmoid(−x)", |i| {
        (f64::from(left[i]) - (1.0 - f64::from(right[i]))).abs() <= slack
    });
}

/// Far out the value is 0 or 1, and never NaN: e^-x becomes infinite beyond x ≈ −88.7, and
/// 1 / ∞ is 0.
#[rstest]
fn saturates_without_overflow(mut subject: Subject) {
    common::agrees_on_all_large_numbers(&mut subject);
    common::agrees_on_extremes_of_every_rank(&mut subject);
    subject.gives(&row(vec![f32::INFINITY, 0.0, f32::NEG_INFINITY]), &[1.0, 0.5, 0.0]);
}

every_activation!();
never_falling_activation!();

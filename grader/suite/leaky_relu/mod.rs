//! LeakyReLU: x from 0 on, slope · x below, within a millionth of the value.

use grader::judge::{Expectation, Subject};
use rstest::{fixture, rstest};

use crate::common::{self, RIGHT, row};
use crate::draw;
use crate::worker::worker;

#[fixture]
fn subject() -> Subject {
    Subject::new("leaky_relu", worker())
}

/// The example of the lesson, with the usual slope.
#[rstest]
fn computes_the_example(mut subject: Subject) {
    let expected = Expectation { among: |x| x.abs() <= 3.0, ..RIGHT };
    subject.expect(&expected, &[row(vec![-3.0, -1.0, 0.0, 1.0, 3.0])]);
}

/// For x > 0 the output is x itself.
#[rstest]
fn keeps_positive_values(mut subject: Subject) {
    common::agrees_above_zero(&mut subject);
}

/// For x < 0 the output is small, and not 0: there is a way back.
#[rstest]
fn scales_negative_values(mut subject: Subject) {
    common::agrees_below_zero(&mut subject);
}

/// The slope is the layer's own, and any number: nobody knows beforehand which. Where it is greater than 1, slope · x
/// lies below x, and the larger of the two is the wrong one.
///
/// It is drawn in sixteenths, which a learner can read.
#[rstest]
#[case::between_0_and_1(1, 15)]
#[case::greater_than_1(24, 72)]
#[case::negative(-40, -2)]
#[case::zero(0, 0)]
#[case::one(16, 16)]
fn takes_any_slope(mut subject: Subject, #[case] least: i16, #[case] most: i16) {
    let shape = [subject.rng.usize(40..80)];
    let mut input = draw::filled(&mut subject.rng, &shape, draw::moderate);
    draw::sprinkle(&mut subject.rng, &mut input, &[1.0, -1.0]);
    // Two layers in one process: neither may go by the other's slope.
    for _ in 0..2 {
        let slope = f32::from(subject.rng.i16(least..=most)) / 16.0;
        subject.with(slope).expect(&RIGHT, std::slice::from_ref(&input));
    }
}

/// Nothing saturates: the largest numbers and infinity pass, their negatives are scaled.
#[rstest]
fn passes_extremes(mut subject: Subject) {
    common::agrees_far_out(&mut subject);
}

every_activation!();

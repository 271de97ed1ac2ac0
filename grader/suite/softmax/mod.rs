//! Softmax: e^x through its sum over a row, within 1e-6.
//!
//! A row is what lies along an axis. Checks of a tensor's form compare each row with the learner's own answer to that
//! row in a vector, as those of other exercises compare single numbers.

use grader::judge::{About, Expectation, Rule, Subject, Tensor};
use rstest::{fixture, rstest};

use crate::common::{self, RIGHT, row};
use crate::draw;
use crate::worker::worker;

#[fixture]
fn subject() -> Subject {
    Subject::new("softmax", worker())
}

/// A number close to 0, so that no share of a short row is too small to be judged.
fn close(rng: &mut fastrand::Rng) -> f32 {
    4.0 * rng.f32() - 2.0
}

/// The row of the lesson, and two that can be worked out without paper.
#[rstest]
fn computes_the_example(mut subject: Subject) {
    let expected = Expectation { among: |x| x.abs() <= 3.0, ..RIGHT };
    subject.expect(&expected, &[row(vec![1.0, 2.0, 3.0]), row(vec![0.0, 0.0]), row(vec![2.0])]);
}

/// Shares of one whole.
#[rstest]
fn sums_to_one(mut subject: Subject) {
    let sums = Rule::Row {
        words: "values from 0 to 1 that sum to 1",
        holds: |_, shares| {
            let sum: f64 = shares.iter().copied().map(f64::from).sum();
            (sum - 1.0).abs() <= 1e-5 && shares.iter().all(|share| (0.0..=1.0 + 1e-5).contains(share))
        },
    };
    let lengths = [1, 2, 3, 10, 100, 1000];
    let inputs = lengths.map(|length| draw::filled(&mut subject.rng, &[length], close));
    subject.expect(&Expectation { rule: sums, among: |x| x.abs() <= 2.0, ..RIGHT }, &inputs);
}

/// Rows of every length up to 128, and some longer ones, with numbers that the seed draws.
#[rstest]
fn agrees_with_the_reference(mut subject: Subject) {
    let mut lengths: Vec<usize> = (1..=128).collect();
    subject.rng.shuffle(&mut lengths);
    lengths.extend((0..6).map(|_| draw::length(&mut subject.rng, 4096)));
    lengths.push(subject.rng.usize(4097..=9000));
    let inputs = lengths.iter().map(|&length| match length % 3 {
        0 => {
            let mut input = draw::filled(&mut subject.rng, &[length], draw::moderate);
            draw::sprinkle(&mut subject.rng, &mut input, &[0.0]);
            input
        }
        _ => draw::filled(&mut subject.rng, &[length], close),
    });
    let inputs: Vec<Tensor> = inputs.collect();
    subject.expect(&RIGHT, &inputs);
}

/// A batch is a matrix of one sample a row, which lies along the last axis.
#[rstest]
fn accepts_a_batch(mut subject: Subject) {
    common::keeps_the_shape(&mut subject, &[&[1, 3], &[4, 3], &[40, 3], &[3, 40]]);
}

/// Along every axis of tensors of several ranks, the longest last, first and in the middle.
#[rstest]
#[case::columns(&[4, 3], 0)]
#[case::rows(&[3, 4], 1)]
#[case::outermost(&[2, 3, 4], 0)]
#[case::in_the_middle(&[2, 5, 3], 1)]
#[case::innermost(&[3, 2, 4], 2)]
#[case::of_four(&[2, 3, 2, 4], 2)]
#[case::alone(&[7], 0)]
fn works_along_any_axis(mut subject: Subject, #[case] shape: &[usize], #[case] axis: u8) {
    let pool = draw::pool(&mut subject.rng, draw::moderate);
    let mut shapes = vec![shape.to_vec()];
    shapes.extend([300, 1000].map(|most| draw::shape(&mut subject.rng, shape.len(), most)));
    let inputs: Vec<Tensor> =
        shapes.iter().map(|shape| draw::filled_from(&mut subject.rng, shape, &pool)).collect();
    subject.with(f32::from(axis)).expect(&common::own(About::Shape), &inputs);
}

/// Whatever the rank: shape is the output's business as much as values are.
#[rstest]
fn keeps_the_shape(mut subject: Subject) {
    let shapes = common::OF_EVERY_OTHER_RANK.iter().filter(|shape| !shape.is_empty());
    common::keeps_the_shape(&mut subject, &shapes.copied().collect::<Vec<_>>());
}

/// Only differences count: all of a row moved up or down gives the same shares.
#[rstest]
fn ignores_a_shift(mut subject: Subject) {
    // In eighths, of which sums are exact; and wide, whatever is drawn.
    let mut plain = vec![-4.0, 4.0];
    plain.extend((0..4).map(|_| (subject.rng.f32() * 64.0 - 32.0).round() / 8.0));
    let moved = [0.0, 1.0, -1.0, 5.0, -5.0, 15.5, -15.5];
    let inputs = moved.map(|by| row(plain.iter().map(|x| x + by).collect()));
    subject.expect(&RIGHT, &inputs);
}

/// Values of a thousand and more, of either sign, in one row and in neighbours of plain ones.
#[rstest]
fn survives_large_values(mut subject: Subject) {
    let expected = Expectation { among: |x| x.is_finite() && x.abs() <= 3e38, ..RIGHT };
    let mut inputs = vec![
        row(vec![1000.0, 1000.0]),
        row(vec![-1000.0, -1000.0]),
        row(vec![1000.0, 0.0, -1000.0]),
        row(vec![3e38, -3e38]),
        // The largest value of all is of no use to the second row.
        Tensor::new(&[2, 2], vec![1000.0, 999.0, 0.0, 1.0]),
        Tensor::new(&[2, 2], vec![-1000.0, -1001.0, 0.0, 1.0]),
    ];
    for _ in 0..30 {
        let start = 200.0 * subject.rng.f32() - 100.0;
        let length = subject.rng.usize(2..12);
        inputs.push(draw::filled(&mut subject.rng, &[length], |rng| start + 4.0 * rng.f32()));
        inputs.push(draw::filled(&mut subject.rng, &[length], |rng| 1000.0 * (2.0 * rng.f32() - 1.0)));
    }
    subject.expect(&expected, &inputs);
}

/// -∞ gets nothing, and the others share 1 out as if it were not there.
#[rstest]
fn leaves_out_what_is_masked(mut subject: Subject) {
    const MASKED: f32 = f32::NEG_INFINITY;
    let rule = Rule::Row {
        words: "0 for -inf, and shares that sum to 1; for nothing but -inf, NaN or 0 throughout",
        holds: |xs, shares| {
            if xs.iter().all(|&x| x == MASKED) {
                return shares.iter().all(|y| y.is_nan()) || shares.iter().all(|&y| y == 0.0);
            }
            let sum: f64 = shares.iter().copied().map(f64::from).sum();
            let is_left_out = xs.iter().zip(shares).all(|(&x, &y)| x != MASKED || y == 0.0);
            is_left_out && (sum - 1.0).abs() <= 1e-5
        },
    };
    let mut inputs = vec![
        row(vec![0.0, MASKED]),
        row(vec![MASKED, 0.0]),
        row(vec![MASKED, -10.0, MASKED]),
        row(vec![MASKED, MASKED]),
        Tensor::new(&[3, 2], vec![1.0, 2.0, MASKED, MASKED, MASKED, 3.0]),
    ];
    for length in [3, 8, 40] {
        let mut input = draw::filled(&mut subject.rng, &[length], close);
        draw::sprinkle(&mut subject.rng, &mut input, &[MASKED, MASKED]);
        inputs.push(input);
    }
    let among = |x: f32| x == MASKED || x.abs() <= 10.0;
    subject.expect(&Expectation { rule, among, ..RIGHT }, &inputs);
}

/// NaN makes its row NaN, and no other.
#[rstest]
fn keeps_nan(mut subject: Subject) {
    let rule = Rule::Row {
        words: "NaN throughout a row that holds NaN, and nowhere else",
        holds: |xs, shares| {
            let has_nan = xs.iter().any(|x| x.is_nan());
            shares.iter().all(|y| y.is_nan() == has_nan)
        },
    };
    let mut inputs = vec![row(vec![f32::NAN, 1.0]), row(vec![1.0, -f32::NAN, -1.0])];
    for rank in 1..=draw::HIGHEST_RANK {
        let shape = draw::shape(&mut subject.rng, rank, 300);
        let mut input = draw::filled(&mut subject.rng, &shape, draw::moderate);
        let nan = draw::nan(&mut subject.rng);
        draw::sprinkle(&mut subject.rng, &mut input, &[nan]);
        inputs.push(input);
    }
    subject.expect(
        &Expectation { rule, about: About::Numbers, among: |x| x.is_nan() || x.abs() <= 3.0 },
        &inputs,
    );
}

/// Values are read by index, not in the order in which they happen to lie in memory.
#[rstest]
#[case::transposed(draw::transposed)]
#[case::sliced(draw::sliced)]
#[case::reversed(draw::reversed)]
#[case::drawn(draw::layout)]
fn reads_any_memory_layout(mut subject: Subject, #[case] layout: common::DrawLayout) {
    common::reads_any_memory_layout(&mut subject, layout);
}

/// No values is a shape like any other: no row, or rows of no values.
#[rstest]
fn accepts_empty_tensors(mut subject: Subject) {
    common::accepts_empty_tensors(&mut subject);
}

/// Far more rows than anyone would try by hand, along the last axis and along the first.
#[rstest]
#[case::last(None)]
#[case::first(Some(0.0))]
fn computes_large_tensors(mut subject: Subject, #[case] axis: Option<f32>) {
    let pool = draw::pool(&mut subject.rng, draw::moderate);
    let (many, few) = (subject.rng.usize(23_400..=26_000), 3);
    // Along the first axis, honest code may have to jump about in memory.
    let shape = if axis.is_none() { [many, few] } else { [few, many / 10] };
    let input = draw::filled_from(&mut subject.rng, &shape, &pool);
    if let Some(axis) = axis {
        subject.with(axis);
    }
    subject.expect(&common::own(About::Size), &[input]);
}

/// It remembers nothing: neither its first answer nor how often it was asked.
#[rstest]
fn answers_the_same_each_time(mut subject: Subject) {
    common::answers_the_same_each_time(&mut subject);
}

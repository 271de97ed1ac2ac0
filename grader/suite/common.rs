//! What every activation has to do, whatever it computes.
//!
//! A check of a tensor's form (batch, shape, layout, size) holds the answer to the learner's own answers to the
//! same numbers, one at a time: a wrong formula fails no check of form. A check of numbers leaves a tensor out
//! that fails by its form. So one slip fails one check, and beside it those whose numbers it changes.
//!
//! That the input is left as it was needs no check: it comes as a shared reference, and in safe Rust nothing can
//! be written through one.

use grader::judge::{About, Expectation, Layout, Rule, Subject, Tensor};

use crate::draw;

/// Up to this size every honest formula works in f32. Where e^x leaves f32 is the business of
/// the checks on saturation alone, so that one slip costs one check.
pub const MODERATE: f32 = 20.0;

/// The checks that an activation shares with all others. Needs a fixture `subject` in scope.
macro_rules! every_activation {
    () => {
        /// The lesson's second example is a batch: a matrix of one sample a row.
        #[rstest]
        fn accepts_a_batch(mut subject: Subject) {
            common::keeps_the_shape(&mut subject, &[&[1, 3], &[4, 3], &[40, 3], &[3, 40]]);
        }

        /// Whatever the rank: shape is the output's business as much as values are.
        #[rstest]
        fn keeps_the_shape(mut subject: Subject) {
            common::keeps_the_shape(&mut subject, &common::OF_EVERY_OTHER_RANK);
        }

        /// No values is a shape like any other: nothing to compute, and nothing to stumble over.
        #[rstest]
        fn accepts_empty_tensors(mut subject: Subject) {
            common::accepts_empty_tensors(&mut subject);
        }

        /// Values are read by index, not in the order in which they happen to lie in memory.
        #[rstest]
        #[case::transposed(crate::draw::transposed)]
        #[case::sliced(crate::draw::sliced)]
        #[case::reversed(crate::draw::reversed)]
        #[case::drawn(crate::draw::layout)]
        fn reads_any_memory_layout(mut subject: Subject, #[case] layout: common::DrawLayout) {
            common::reads_any_memory_layout(&mut subject, layout);
        }

        /// Far more values than anyone would try by hand.
        #[rstest]
        fn computes_large_tensors(mut subject: Subject) {
            common::computes_large_tensors(&mut subject);
        }

        /// Numbers that the seed draws, in vectors of every length up to 128, and of some longer ones.
        #[rstest]
        fn agrees_with_the_reference(mut subject: Subject) {
            common::agrees_with_the_reference(&mut subject);
        }

        /// NaN says that something went wrong earlier; swallowing it would hide that.
        #[rstest]
        fn keeps_nan(mut subject: Subject) {
            common::keeps_nan(&mut subject);
        }

        /// An activation remembers nothing: neither its first answer nor how often it was asked.
        #[rstest]
        fn answers_the_same_each_time(mut subject: Subject) {
            common::answers_the_same_each_time(&mut subject);
        }
    };
}

/// Draws a layout of a rank.
pub type DrawLayout = fn(&mut fastrand::Rng, usize) -> Layout;

/// The function's values, for numbers that every honest formula can work with.
pub const RIGHT: Expectation =
    Expectation { rule: Rule::Right, about: About::Numbers, among: |x| x.abs() <= MODERATE };

/// The learner's own values for single numbers, in tensors that are special in this way.
pub const fn own(about: About) -> Expectation {
    Expectation { rule: Rule::Alone, about, among: |x| x.abs() <= MODERATE }
}

/// A shape of every rank but a matrix's, which is a check of its own. All other checks leave a tensor out that
/// fails by its shape.
pub const OF_EVERY_OTHER_RANK: [&[usize]; 8] = [
    &[],
    &[17],
    &[2, 3, 4],
    &[2, 1, 3, 2],
    &[2, 1, 2, 1, 2],
    &[1, 2, 1, 2, 1, 2],
    &[1, 2, 1, 2, 1, 1, 3],
    &[1, 2, 1, 1, 2, 1, 1, 2],
];

/// These shapes, and others of the same ranks that nobody knows beforehand. Of vectors, every length is tried
/// elsewhere.
pub fn keeps_the_shape(subject: &mut Subject, shapes: &[&[usize]]) {
    let pool = draw::pool(&mut subject.rng, draw::moderate);
    let mut all: Vec<Vec<usize>> = Vec::new();
    for shape in shapes {
        all.push(shape.to_vec());
        if shape.len() > 1 {
            all.extend([300, 1000].map(|most| draw::shape(&mut subject.rng, shape.len(), most)));
        }
    }
    let inputs: Vec<Tensor> =
        all.iter().map(|shape| draw::filled_from(&mut subject.rng, shape, &pool)).collect();
    subject.expect(&own(About::Shape), &inputs);
}

/// Tensors of several ranks that have no values.
pub fn accepts_empty_tensors(subject: &mut Subject) {
    let expected = Expectation { about: About::Emptiness, ..RIGHT };
    let inputs = [&[0][..], &[3, 0], &[0, 2, 2]].map(|shape| Tensor::new(shape, Vec::new()));
    subject.expect(&expected, &inputs);
}

/// Tensors of every rank in layouts of one kind.
pub fn reads_any_memory_layout(subject: &mut Subject, layout: DrawLayout) {
    let pool = draw::pool(&mut subject.rng, draw::moderate);
    let known = [vec![7], vec![3, 4], vec![2, 3, 2]];
    let drawn = (1..=draw::HIGHEST_RANK).map(|rank| {
        let most = if rank % 2 == 0 { 40 } else { 1000 };
        draw::shape(&mut subject.rng, rank, most)
    });
    let shapes: Vec<Vec<usize>> = known.into_iter().chain(drawn).collect();
    let inputs = shapes.iter().map(|shape| {
        let layout = layout(&mut subject.rng, shape.len());
        draw::filled_from(&mut subject.rng, shape, &pool).laid_out(layout)
    });
    let inputs: Vec<Tensor> = inputs.collect();
    subject.expect(&own(About::Layout), &inputs);
}

/// Far more values than elsewhere: one tensor in a row, one in a layout of its own.
pub fn computes_large_tensors(subject: &mut Subject) {
    let pool = draw::pool(&mut subject.rng, draw::moderate);
    let rng = &mut subject.rng;
    let length = rng.usize(70_001..=80_000);
    let shape = [rng.usize(2..=4), rng.usize(900..=1100), rng.usize(5..=7)];
    let inputs = [
        draw::filled_from(rng, &[length], &pool),
        draw::filled_from(rng, &shape, &pool).laid_out(draw::layout(rng, shape.len())),
    ];
    subject.expect(&own(About::Size), &inputs);
}

/// Points of the table first, then vectors of every length, so that one that is wrong for some lengths, or
/// after so many calls, is found.
pub fn agrees_with_the_reference(subject: &mut Subject) {
    let points = subject.table.draw(&mut subject.rng, 240, MODERATE);
    let mut inputs = vec![row(points.into_iter().map(|(x, _)| x).collect())];
    let mut lengths: Vec<usize> = (1..=128).collect();
    subject.rng.shuffle(&mut lengths);
    lengths.extend((0..6).map(|_| draw::length(&mut subject.rng, 4096)));
    lengths.push(subject.rng.usize(4097..=9000));
    inputs.extend(lengths.iter().map(|&length| draw::filled(&mut subject.rng, &[length], draw::moderate)));
    subject.expect(&RIGHT, &inputs);
}

/// Points of the table above 0.
pub fn agrees_above_zero(subject: &mut Subject) {
    let expected = Expectation { among: |x| x > 0.0 && x <= MODERATE, ..RIGHT };
    let points = subject.table.draw(&mut subject.rng, 60, MODERATE);
    subject.expect(&expected, &[row(points.iter().map(|(x, _)| x.abs()).collect())]);
}

/// Points of the table below 0.
pub fn agrees_below_zero(subject: &mut Subject) {
    let expected = Expectation { among: |x| x < 0.0 && x >= -MODERATE, ..RIGHT };
    let points = subject.table.draw(&mut subject.rng, 60, MODERATE);
    subject.expect(&expected, &[row(points.iter().map(|(x, _)| -x.abs()).collect())]);
}

/// Sorted inputs give sorted outputs: spread evenly, and close together.
pub fn never_decreases(subject: &mut Subject) {
    let expected = Expectation { rule: Rule::Rising, ..RIGHT };
    let start = MODERATE * (2.0 * subject.rng.f32() - 1.0);
    let close: Vec<f32> = (0..400_u16).map(|i| start + f32::from(i) / 512.0).collect();
    let spread = ascending(subject);
    subject.expect(&expected, &[row(spread), row(close)]);
}

/// NaN gives NaN, with either sign (0/0 has one on some processors) and any payload, wherever it stands,
/// and is not passed on to its neighbours. Which values those have is the business of other checks.
pub fn keeps_nan(subject: &mut Subject) {
    let expected = Expectation {
        rule: Rule::Each {
            words: "NaN where the input is NaN, and nowhere else",
            holds: |x, y| x.is_nan() == y.is_nan(),
        },
        about: About::Numbers,
        among: f32::is_nan,
    };
    let mut inputs: Vec<Tensor> =
        [f32::NAN, -f32::NAN].map(|nan| Tensor::new(&[2, 2], vec![nan, 1.0, -1.0, nan])).into();
    for rank in 0..=draw::HIGHEST_RANK {
        let one_in = [1, 3, 40][rank % 3];
        let shape = draw::shape(&mut subject.rng, rank, 900);
        let mut input = draw::filled(&mut subject.rng, &shape, |rng| {
            if rng.usize(..one_in) == 0 { draw::nan(rng) } else { draw::moderate(rng) }
        });
        let nan = draw::nan(&mut subject.rng);
        draw::sprinkle(&mut subject.rng, &mut input, &[nan]);
        inputs.push(input);
    }
    subject.expect(&expected, &inputs);
}

/// Every point of the table beyond the moderate ones, in one tensor; a zero among them, because a
/// large number is no reason to treat its neighbours differently. Then numbers between these points,
/// and tensors of every rank with large and infinite numbers and zeros.
pub fn agrees_far_out(subject: &mut Subject) {
    let points = subject.table.between(MODERATE, f32::MAX);
    let mut inputs = vec![row(points.into_iter().map(|(x, _)| x).chain([0.0]).collect())];
    // One number in each half between the moderate ones and those of which e^x leaves f32.
    let between = (0..180_u8).map(|half| MODERATE + (f32::from(half) + subject.rng.f32()) / 2.0);
    inputs.push(row(between.flat_map(|x| [x, -x]).collect()));
    for rank in 0..=draw::HIGHEST_RANK {
        let shape = draw::shape(&mut subject.rng, rank, 900);
        let mut input = draw::filled(&mut subject.rng, &shape, draw::extreme);
        draw::sprinkle(&mut subject.rng, &mut input, &[f32::INFINITY, f32::NEG_INFINITY]);
        inputs.push(input);
    }
    inputs.push(row(vec![f32::INFINITY, 0.0, f32::NEG_INFINITY]));
    let expected = Expectation { among: |x| x.abs() > MODERATE, ..RIGHT };
    subject.expect(&expected, &inputs);
}

/// Points of the table and other numbers that are beyond the moderate ones, up to `most`, and no infinity; zeros among
/// them, because a large number is no reason to treat its neighbours differently.
pub fn agrees_at_large_numbers(subject: &mut Subject, most: f32) {
    let points = subject.table.between(MODERATE, most);
    let mut inputs = vec![row(points.into_iter().map(|(x, _)| x).chain([0.0]).collect())];
    for rank in 0..=draw::HIGHEST_RANK {
        let shape = draw::shape(&mut subject.rng, rank, 900);
        let input = draw::filled(&mut subject.rng, &shape, |rng| match draw::extreme(rng) {
            x if x.abs() > most => most.copysign(x),
            x => x,
        });
        inputs.push(input);
    }
    let expected = Expectation { among: |x| x.abs() > MODERATE && x.is_finite(), ..RIGHT };
    subject.expect(&expected, &inputs);
}

/// One input gives the same bits whenever it is asked about: first, after others, in a new process.
///
/// Of each length there are two inputs that begin and end alike, for code that remembers by these.
pub fn answers_the_same_each_time(subject: &mut Subject) {
    let mut inputs = Vec::new();
    for lengths in [3..24, 101..600, 1000..4000] {
        let shape = [subject.rng.usize(lengths)];
        let one = draw::filled(&mut subject.rng, &shape, draw::moderate);
        let mut other = draw::filled(&mut subject.rng, &shape, draw::moderate);
        let last = other.values.len() - 1;
        (other.values[0], other.values[last]) = (one.values[0], one.values[last]);
        inputs.extend([one, other]);
    }
    let first: Vec<Vec<f32>> = inputs.iter().map(|input| subject.forward(input)).collect();
    for round in 0..8 {
        // A new process is asked in the opposite order.
        if round == 5 {
            subject.restart();
        }
        let mut order: Vec<usize> = (0..inputs.len()).rev().collect();
        if round != 5 {
            subject.rng.shuffle(&mut order);
        }
        for which in order {
            subject.repeats(&inputs[which], &first[which]);
        }
    }
}

/// 200 moderate numbers in ascending order, spread evenly and drawn within that.
pub fn ascending(subject: &mut Subject) -> Vec<f32> {
    let step = MODERATE / 100.0;
    (0..200u8).map(|i| step * (f32::from(i) + subject.rng.f32()) - MODERATE).collect()
}

/// A vector.
pub fn row(values: Vec<f32>) -> Tensor {
    Tensor::new(&[values.len()], values)
}

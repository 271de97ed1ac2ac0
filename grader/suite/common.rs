//! What every activation has to do, whatever it computes.

use grader::judge::{Layout, Subject, Tensor};

use crate::draw;

/// Up to this size every honest formula works in f32. Where e^x leaves f32 is the business of
/// the checks on saturation alone, so that one slip costs one check.
pub const MODERATE: f32 = 20.0;

/// The checks that an activation shares with all others. Needs a fixture `subject` in scope.
macro_rules! every_activation {
    () => {
        /// The lesson's second example is a batch: a matrix of one sample a row.
        #[rstest]
        #[case::one_row(&[1, 3])]
        #[case::several_rows(&[4, 3])]
        fn accepts_a_batch(mut subject: Subject, #[case] shape: &[usize]) {
            common::agrees_on(&mut subject, shape, Layout::standard());
        }

        /// Whatever the rank: shape is the output's business as much as values are.
        #[rstest]
        #[case::scalar(&[])]
        #[case::vector(&[5])]
        #[case::rank_three(&[2, 3, 4])]
        #[case::rank_four(&[2, 1, 3, 2])]
        #[case::rank_seven(&[1, 2, 1, 2, 1, 1, 3])]
        fn keeps_the_shape(mut subject: Subject, #[case] shape: &[usize]) {
            common::agrees_on(&mut subject, shape, Layout::standard());
            common::agrees_on_drawn_shapes(&mut subject, shape.len());
        }

        /// No values is a shape like any other: nothing to compute, and nothing to stumble over.
        #[rstest]
        fn accepts_empty_tensors(mut subject: Subject, #[values(&[0], &[3, 0], &[0, 2, 2])] shape: &[usize]) {
            common::agrees_on(&mut subject, shape, Layout::standard());
        }

        /// Values are read by index, not in the order in which they happen to lie in memory.
        #[rstest]
        #[case::transposed(crate::draw::transposed)]
        #[case::sliced(crate::draw::sliced)]
        #[case::reversed(crate::draw::reversed)]
        #[case::drawn(crate::draw::layout)]
        fn reads_any_memory_layout(mut subject: Subject, #[case] layout: common::DrawLayout) {
            common::agrees_in_layout(&mut subject, layout);
        }

        /// Far more values than anyone would try by hand.
        #[rstest]
        fn computes_large_tensors(mut subject: Subject) {
            common::agrees_on_large_tensors(&mut subject);
        }

        /// Numbers that the seed draws, in vectors of every length up to 128, and of some longer ones.
        #[rstest]
        fn agrees_with_the_reference(mut subject: Subject) {
            common::agrees_at_every_length(&mut subject);
        }

        /// NaN says that something went wrong earlier; swallowing it would hide that.
        #[rstest]
        fn keeps_nan(mut subject: Subject) {
            common::keeps_nan(&mut subject);
        }

        /// The input belongs to the caller.
        #[rstest]
        fn leaves_the_input_alone(mut subject: Subject) {
            common::leaves_the_input_alone(&mut subject);
        }

        /// An activation remembers nothing: neither its first answer nor how often it was asked.
        #[rstest]
        fn answers_the_same_each_time(mut subject: Subject) {
            common::answers_the_same_each_time(&mut subject);
        }
    };
}

/// The checks of an activation that never falls, beside [`every_activation`]. Needs a fixture `subject` in scope.
macro_rules! never_falling_activation {
    () => {
        /// Numbers that stand in no table: the function rises, so each lies between its neighbours.
        #[rstest]
        fn lies_between_its_neighbours(mut subject: Subject) {
            common::lies_between_its_neighbours(&mut subject);
        }

        /// A larger input never gives a smaller output.
        #[rstest]
        fn never_decreases(mut subject: Subject) {
            common::never_decreases(&mut subject);
        }
    };
}

/// Draws a layout of a rank.
pub type DrawLayout = fn(&mut fastrand::Rng, usize) -> Layout;

/// Drawn numbers, in this shape and layout.
pub fn agrees_on(subject: &mut Subject, shape: &[usize], layout: Layout) {
    let input = draw::filled(&mut subject.rng, shape, draw::moderate).laid_out(layout);
    gives_what_is_right(subject, vec![input]);
}

/// Points of the table, and tensors of this rank in shapes that nobody knows beforehand.
pub fn agrees_on_drawn_shapes(subject: &mut Subject, rank: usize) {
    let (input, expected) = drawn(subject, &vec![2; rank.min(4)]);
    subject.gives(&input, &expected);
    let shapes = (0..3).map(|_| {
        let shape = draw::shape(&mut subject.rng, rank, 600);
        draw::filled(&mut subject.rng, &shape, draw::moderate)
    });
    let inputs = shapes.collect();
    gives_what_is_right(subject, inputs);
}

/// Tensors of every rank in layouts of one kind.
pub fn agrees_in_layout(subject: &mut Subject, layout: DrawLayout) {
    let mut inputs = Vec::new();
    for shape in [&[7][..], &[3, 4], &[2, 3, 2]] {
        let layout = layout(&mut subject.rng, shape.len());
        inputs.push(draw::filled(&mut subject.rng, shape, draw::moderate).laid_out(layout));
    }
    for rank in 1..=draw::HIGHEST_RANK {
        let most = if rank % 2 == 0 { 40 } else { 1000 };
        let shape = draw::shape(&mut subject.rng, rank, most);
        let layout = layout(&mut subject.rng, rank);
        inputs.push(draw::filled(&mut subject.rng, &shape, draw::moderate).laid_out(layout));
    }
    gives_what_is_right(subject, inputs);
}

/// Far more values than elsewhere: one tensor in a row, one in a layout of its own.
pub fn agrees_on_large_tensors(subject: &mut Subject) {
    let length = subject.rng.usize(70_001..=80_000);
    agrees_on(subject, &[length], Layout::standard());
    let shape = [subject.rng.usize(2..=4), subject.rng.usize(900..=1100), subject.rng.usize(5..=7)];
    let layout = draw::layout(&mut subject.rng, shape.len());
    agrees_on(subject, &shape, layout);
}

/// Points of the table first, then vectors of every length, so that one that is wrong for some lengths, or
/// after so many calls, is found.
pub fn agrees_at_every_length(subject: &mut Subject) {
    let (input, expected) = drawn(subject, &[4, 60]);
    subject.gives(&input, &expected);
    let mut lengths: Vec<usize> = (1..=128).collect();
    subject.rng.shuffle(&mut lengths);
    lengths.extend((0..6).map(|_| draw::length(&mut subject.rng, 4096)));
    lengths.push(subject.rng.usize(4097..=9000));
    let inputs = lengths.iter().map(|&length| draw::filled(&mut subject.rng, &[length], draw::moderate));
    let inputs = inputs.collect();
    gives_what_is_right(subject, inputs);
}

/// Large and infinite numbers and zeros, in tensors of every rank.
pub fn agrees_on_extremes_of_every_rank(subject: &mut Subject) {
    let inputs = (0..=draw::HIGHEST_RANK).map(|rank| {
        let shape = draw::shape(&mut subject.rng, rank, 900);
        let mut input = draw::filled(&mut subject.rng, &shape, draw::extreme);
        draw::sprinkle(&mut subject.rng, &mut input, &[f32::INFINITY, f32::NEG_INFINITY]);
        input
    });
    let inputs = inputs.collect();
    gives_what_is_right(subject, inputs);
}

/// Holds answers to the exact values, within the tolerance. The values of a large input repeat.
pub fn gives_what_is_right(subject: &mut Subject, inputs: Vec<Tensor>) {
    let with_expected = inputs.into_iter().map(|input| {
        let different = input.values.iter().take(draw::DIFFERENT);
        let exact: Vec<f64> = different.map(|&x| subject.exact.at(x)).collect();
        let mut expected = exact.repeat(input.values.len().div_ceil(exact.len().max(1)));
        expected.truncate(input.values.len());
        (input, expected)
    });
    let with_expected: Vec<(Tensor, Vec<f64>)> = with_expected.collect();
    subject.gives_all(&with_expected);
}

/// Numbers between two points of the table have a value between theirs.
pub fn lies_between_its_neighbours(subject: &mut Subject) {
    let drawn = subject.table.draw_between(&mut subject.rng, 200, MODERATE);
    let input = row(drawn.iter().map(|(x, ..)| *x).collect());
    let got = subject.forward(&input).values;
    let slack: Vec<f64> =
        drawn.iter().map(|(_, low, high)| subject.slack(low.abs().max(high.abs()))).collect();
    subject.holds(&input, &got, "a value between those of the nearest numbers below and above", |i| {
        let (_, low, high) = drawn[i];
        (low - slack[i]..=high + slack[i]).contains(&f64::from(got[i]))
    });
}

/// Sorted inputs give sorted outputs. Rounding may make a step backwards of some units in the last place,
/// which is less than the accuracy that is asked for.
pub fn never_decreases(subject: &mut Subject) {
    let start = MODERATE * (2.0 * subject.rng.f32() - 1.0);
    let close: Vec<f32> = (0..400_u16).map(|i| start + f32::from(i) / 512.0).collect();
    for ascending in [ascending(subject), close] {
        let input = row(ascending);
        let got = subject.forward(&input).values;
        let slack: Vec<f64> = got.iter().map(|&y| subject.slack(y.into()) / 3.0).collect();
        subject.holds(&input, &got, "no value smaller than the one before it", |i| {
            !got[i].is_nan() && (i == 0 || f64::from(got[i]) >= f64::from(got[i - 1]) - slack[i])
        });
    }
}

/// NaN gives NaN, with either sign (0/0 has one on some processors) and any payload, wherever it stands,
/// and is not passed on to its neighbours. Which values those have is the business of other checks.
pub fn keeps_nan(subject: &mut Subject) {
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
    for input in inputs {
        let got = subject.forward(&input).values;
        subject.holds(&input, &got, "NaN where the input is NaN, and nowhere else", |i| {
            got[i].is_nan() == input.values[i].is_nan()
        });
    }
}

/// After the call, the input reads as it did before.
pub fn leaves_the_input_alone(subject: &mut Subject) {
    for rank in 0..=draw::HIGHEST_RANK {
        let shape = draw::shape(&mut subject.rng, rank, 2000);
        let layout = draw::layout(&mut subject.rng, rank);
        let input = draw::filled(&mut subject.rng, &shape, draw::moderate).laid_out(layout);
        let answer = subject.forward(&input);
        subject.holds(&input, &answer.values, "an input that reads the same after the call", |_| {
            answer.input_kept
        });
    }
}

/// One input gives the same bits whenever it is asked about: first, after others, in a new process.
///
/// Of each shape there are two inputs that begin and end alike, for code that remembers by these.
pub fn answers_the_same_each_time(subject: &mut Subject) {
    let mut inputs = Vec::new();
    for lengths in [3..12, 101..300, 1000..2000] {
        let shape = [subject.rng.usize(lengths), subject.rng.usize(1..=2)];
        let one = draw::filled(&mut subject.rng, &shape, draw::moderate);
        let mut other = draw::filled(&mut subject.rng, &shape, draw::moderate);
        let last = other.values.len() - 1;
        (other.values[0], other.values[last]) = (one.values[0], one.values[last]);
        inputs.extend([one, other]);
    }
    let first: Vec<Vec<f32>> = inputs.iter().map(|input| subject.forward(input).values).collect();
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
            let again = subject.forward(&inputs[which]).values;
            subject.holds(&inputs[which], &again, "the answer that was given to this input before", |i| {
                again[i].to_bits() == first[which][i].to_bits()
            });
        }
    }
}

/// Every point of the table beyond the moderate ones, in one tensor; a zero among them, because a
/// large number is no reason to treat its neighbours differently. Then numbers between these points.
pub fn agrees_on_all_large_numbers(subject: &mut Subject) {
    let mut points = subject.table.between(MODERATE, f32::MAX);
    points.push((0.0, subject.table.at(0.0)));
    let (xs, expected): (Vec<f32>, Vec<f64>) = points.into_iter().unzip();
    subject.gives(&row(xs), &expected);
    // One number in each half between the moderate ones and those of which e^x leaves f32.
    let between = (0..180_u8).map(|half| MODERATE + (f32::from(half) + subject.rng.f32()) / 2.0);
    let between: Vec<f32> = between.flat_map(|x| [x, -x]).collect();
    gives_what_is_right(subject, vec![row(between)]);
}

/// 200 moderate numbers in ascending order, spread evenly and drawn within that.
pub fn ascending(subject: &mut Subject) -> Vec<f32> {
    let step = MODERATE / 100.0;
    (0..200u8).map(|i| step * (f32::from(i) + subject.rng.f32()) - MODERATE).collect()
}

/// 100 moderate numbers and their opposites.
pub fn mirrored(subject: &mut Subject) -> (Tensor, Tensor) {
    let points = subject.table.draw(&mut subject.rng, 100, MODERATE);
    let xs: Vec<f32> = points.into_iter().map(|(x, _)| x).collect();
    let opposites = xs.iter().map(|x| -x).collect();
    (row(xs), row(opposites))
}

/// A vector.
pub fn row(values: Vec<f32>) -> Tensor {
    Tensor::new(&[values.len()], values)
}

fn drawn(subject: &mut Subject, shape: &[usize]) -> (Tensor, Vec<f64>) {
    let points = subject.table.draw(&mut subject.rng, shape.iter().product(), MODERATE);
    let (xs, expected) = points.into_iter().unzip();
    (Tensor::new(shape, xs), expected)
}

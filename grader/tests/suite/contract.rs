//! What every activation has to do, whatever it computes.

use grader::judge::{Layout, Subject, Tensor};

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
            contract::agrees_on(&mut subject, shape, Layout::Standard);
        }

        /// Whatever the rank: shape is the output's business as much as values are.
        #[rstest]
        #[case::scalar(&[])]
        #[case::vector(&[5])]
        #[case::rank_three(&[2, 3, 4])]
        #[case::rank_four(&[2, 1, 3, 2])]
        fn keeps_the_shape(mut subject: Subject, #[case] shape: &[usize]) {
            contract::agrees_on(&mut subject, shape, Layout::Standard);
        }

        /// No values is a shape like any other: nothing to compute, and nothing to stumble over.
        #[rstest]
        fn accepts_empty_tensors(mut subject: Subject, #[values(&[0], &[3, 0], &[0, 2, 2])] shape: &[usize]) {
            contract::agrees_on(&mut subject, shape, Layout::Standard);
        }

        /// Values are read by index, not in the order in which they happen to lie in memory.
        #[rstest]
        fn reads_any_memory_layout(
            mut subject: Subject,
            #[values(Layout::Transposed, Layout::Sliced, Layout::Reversed)] layout: Layout,
        ) {
            contract::agrees_on(&mut subject, &[7], layout);
            contract::agrees_on(&mut subject, &[3, 4], layout);
            contract::agrees_on(&mut subject, &[2, 3, 2], layout);
        }

        /// Far more values than anyone would try by hand.
        #[rstest]
        fn computes_large_tensors(mut subject: Subject) {
            contract::agrees_on_a_large_tensor(&mut subject);
        }

        /// Points of the reference table, in an order and a shape that the seed decides.
        #[rstest]
        fn agrees_with_the_reference(mut subject: Subject) {
            contract::agrees_on_drawn_shapes(&mut subject);
        }

        /// Numbers that stand in no table: the function rises, so each lies between its neighbours.
        #[rstest]
        fn lies_between_its_neighbours(mut subject: Subject) {
            contract::lies_between_its_neighbours(&mut subject);
        }

        /// A larger input never gives a smaller output.
        #[rstest]
        fn never_decreases(mut subject: Subject) {
            contract::never_decreases(&mut subject);
        }

        /// NaN says that something went wrong earlier; swallowing it would hide that.
        #[rstest]
        fn keeps_nan(mut subject: Subject) {
            contract::keeps_nan(&mut subject);
        }

        /// The input belongs to the caller.
        #[rstest]
        fn leaves_the_input_alone(mut subject: Subject) {
            contract::leaves_the_input_alone(&mut subject);
        }

        /// An activation remembers nothing: neither its first answer nor how often it was asked.
        #[rstest]
        fn answers_the_same_each_time(mut subject: Subject) {
            contract::answers_the_same_each_time(&mut subject);
        }
    };
}

/// Points of the table, drawn, in this shape and layout.
pub fn agrees_on(subject: &mut Subject, shape: &[usize], layout: Layout) {
    let (input, expected) = drawn(subject, shape);
    subject.gives(&input.laid_out(layout), &expected);
}

/// Points of the table in shapes that nobody knows beforehand, of each rank one.
pub fn agrees_on_drawn_shapes(subject: &mut Subject) {
    for rank in 0..=6 {
        let shape: Vec<usize> = (0..rank).map(|_| subject.rng.usize(1..=4)).collect();
        agrees_on(subject, &shape, Layout::Standard);
    }
}

/// A thousand points of the table, over and over.
pub fn agrees_on_a_large_tensor(subject: &mut Subject) {
    let points = subject.table.draw(&mut subject.rng, 1000, MODERATE);
    let (xs, expected): (Vec<f32>, Vec<f64>) = points.into_iter().cycle().take(250 * 280).unzip();
    subject.gives(&Tensor::new(&[250, 280], xs), &expected);
}

/// Numbers between two points of the table have a value between theirs.
pub fn lies_between_its_neighbours(subject: &mut Subject) {
    let drawn = subject.table.draw_between(&mut subject.rng, 200, MODERATE);
    let input = row(drawn.iter().map(|(x, ..)| *x).collect());
    let got = subject.forward(&input).values;
    let slack = subject.tolerance();
    subject.holds(&input, &got, "a value between those of the nearest numbers below and above", |i| {
        let (_, low, high) = drawn[i];
        (low - slack..=high + slack).contains(&f64::from(got[i]))
    });
}

/// Sorted inputs give sorted outputs, as far as the accuracy that is asked for can tell.
pub fn never_decreases(subject: &mut Subject) {
    let input = row(ascending(subject));
    let got = subject.forward(&input).values;
    let slack = subject.tolerance();
    subject.holds(&input, &got, "no value smaller than the one before it", |i| {
        !got[i].is_nan() && (i == 0 || f64::from(got[i]) >= f64::from(got[i - 1]) - slack)
    });
}

/// NaN gives NaN, with either sign (0/0 has one on some processors), and is not passed on to its
/// neighbours. Which values those have is the business of other checks.
pub fn keeps_nan(subject: &mut Subject) {
    for nan in [f32::NAN, -f32::NAN] {
        let input = Tensor::new(&[2, 2], vec![nan, 1.0, -1.0, nan]);
        let got = subject.forward(&input).values;
        subject.holds(&input, &got, "NaN where the input is NaN, and nowhere else", |i| {
            got[i].is_nan() == input.values[i].is_nan()
        });
    }
}

/// After the call, the input reads as it did before.
pub fn leaves_the_input_alone(subject: &mut Subject) {
    let (input, _) = drawn(subject, &[4, 5]);
    let answer = subject.forward(&input);
    subject
        .holds(&input, &answer.values, "an input that reads the same after the call", |_| answer.input_kept);
}

/// One input gives the same bits whenever it is asked about: first, after others, in a new process.
pub fn answers_the_same_each_time(subject: &mut Subject) {
    let inputs = [drawn(subject, &[2, 6]).0, drawn(subject, &[2, 6]).0];
    let first = inputs.each_ref().map(|input| subject.forward(input).values);
    for round in 0..12 {
        if round == 8 {
            subject.restart();
        }
        // A new process is asked the second question first.
        let order = if round % 2 == 0 { [1, 0] } else { [0, 1] };
        for which in order {
            let again = subject.forward(&inputs[which]).values;
            subject.holds(&inputs[which], &again, "the answer that was given to this input before", |i| {
                again[i].to_bits() == first[which][i].to_bits()
            });
        }
    }
}

/// Every point of the table beyond the moderate ones, in one tensor; a zero among them, because a
/// large number is no reason to treat its neighbours differently.
pub fn agrees_on_all_large_numbers(subject: &mut Subject) {
    let mut points = subject.table.between(MODERATE, f32::MAX);
    points.push((0.0, subject.table.at(0.0)));
    let (xs, expected): (Vec<f32>, Vec<f64>) = points.into_iter().unzip();
    subject.gives(&row(xs), &expected);
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

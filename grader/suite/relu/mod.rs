//! ReLU: max(0, x), exactly.

use grader::judge::{Layout, Subject, Tensor};
use rstest::{fixture, rstest};

use crate::common::{self, row};
use crate::worker::worker;

#[fixture]
fn subject() -> Subject {
    Subject::new("relu", worker())
}

/// The two examples of the lesson.
#[rstest]
#[case::vector(&[5], &[-3.0, -1.0, 0.0, 1.0, 3.0], &[0.0, 0.0, 0.0, 1.0, 3.0])]
#[case::matrix(&[1, 3], &[-2.0, 1.0, 0.0], &[0.0, 1.0, 0.0])]
fn computes_the_example(
    mut subject: Subject,
    #[case] shape: &[usize],
    #[case] x: &[f32],
    #[case] expected: &[f64],
) {
    subject.gives(&Tensor::new(shape, x.to_vec()), expected);
}

/// For x > 0 the output is x itself, to the last bit.
#[rstest]
fn keeps_positive_values(mut subject: Subject) {
    let points = subject.table.draw(&mut subject.rng, 60, common::MODERATE);
    let xs: Vec<f32> = points.iter().map(|(x, _)| x.abs()).collect();
    let expected: Vec<f64> = xs.iter().copied().map(f64::from).collect();
    subject.gives(&row(xs), &expected);
}

/// For x < 0 the output is 0: this is where the sparsity comes from.
#[rstest]
fn zeroes_negative_values(mut subject: Subject) {
    let points = subject.table.draw(&mut subject.rng, 60, common::MODERATE);
    let xs: Vec<f32> = points.iter().map(|(x, _)| -x.abs()).collect();
    subject.gives(&row(xs), &[0.0; 60]);
}

/// The corner itself, from both sides: either zero will do.
#[rstest]
fn is_zero_at_zero(mut subject: Subject) {
    subject.gives(&row(vec![0.0, -0.0]), &[0.0, 0.0]);
}

/// x = ReLU(x) − ReLU(−x): the two halves put together give the input back.
#[rstest]
fn halves_add_up(mut subject: Subject) {
    let (input, mirrored) = common::mirrored(&mut subject);
    let positive = subject.forward(&input).values;
    let negative = subject.forward(&mirrored).values;
    subject.holds(&input, &positive, "ReLU(x) − ReLU(−x) = x", |i| {
        positive[i] - negative[i] == input.values[i]
    });
}

/// Nothing saturates: the largest numbers and infinity pass, their negatives become 0.
#[rstest]
fn passes_extremes(mut subject: Subject) {
    common::agrees_on_all_large_numbers(&mut subject);
    common::agrees_on_extremes_of_every_rank(&mut subject);
    subject.gives(&row(vec![f32::INFINITY, 0.0, f32::NEG_INFINITY]), &[f64::INFINITY, 0.0, 0.0]);
}

every_activation!();
never_falling_activation!();

//! Checks that only the instructor has: they count when a class is graded, and are left out of what
//! students are handed. Their ids are as if they stood in the exercise's own file, and in the
//! rubric they are marked `hidden = true`.

/// A hidden check of each exercise.
macro_rules! hidden {
    ($activation:ident) => {
        mod $activation {
            use rstest::rstest;

            use crate::$activation::subject;
            use crate::{contract, draw};
            use grader::judge::{Layout, Subject};

            /// Many questions to one process: every rank with every kind of length, layout and number.
            #[rstest]
            fn holds_out(mut subject: Subject) {
                for size in [1, 4000, 2, 900, 3, 70, 31, 8, 1500, 17, 64, 5] {
                    contract::agrees_on(&mut subject, &[size], Layout::standard());
                    contract::agrees_on(&mut subject, &[1, size], Layout::reversed(2));
                }
                for round in 0..45 {
                    let rank = round % (draw::HIGHEST_RANK + 1);
                    let most = if round % 20 == 0 { 40_000 } else { 500 };
                    let shape = draw::shape(&mut subject.rng, rank, most);
                    let layout = draw::layout(&mut subject.rng, rank);
                    let input = draw::filled(&mut subject.rng, &shape, |rng| match rng.u8(..9) {
                        0 => draw::nan(rng),
                        1..=3 => draw::extreme(rng),
                        _ => draw::moderate(rng),
                    });
                    contract::gives_what_is_right(&mut subject, &input.laid_out(layout));
                }
            }
        }
    };
}

hidden!(relu);
hidden!(sigmoid);
hidden!(tanh);

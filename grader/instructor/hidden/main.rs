//! Checks that only the instructor has: they count when a class is graded, and are left out of what
//! students are handed. `hidden.toml` says what each is worth. Their ids are as if they stood in the
//! exercise's own folder.

// Not all that the suite is written with is used here.
#[allow(dead_code, unused_macros)]
#[path = "../../suite/common.rs"]
mod common;
#[allow(dead_code)]
#[path = "../../suite/draw.rs"]
mod draw;

/// The hidden checks of each exercise.
macro_rules! exercises {
    ($($activation:ident)*) => { $(
        mod $activation {
            use grader::judge::{Layout, Program, Subject};
            use rstest::{fixture, rstest};

            use crate::{common, draw};

            #[fixture]
            fn subject() -> Subject {
                Subject::new(stringify!($activation), Program::told().ok_or("no worker is named: run `instructor grade --hidden`"))
            }

            /// Many questions to one process: every rank with every kind of length, layout and number.
            #[rstest]
            fn holds_out(mut subject: Subject) {
                let mut inputs = Vec::new();
                for size in [1, 4000, 2, 900, 3, 70, 31, 8, 1500, 17, 64, 5] {
                    for (shape, layout) in [(vec![size], Layout::standard()), (vec![1, size], Layout::reversed(2))] {
                        let input = draw::filled(&mut subject.rng, &shape, draw::moderate);
                        inputs.push(input.laid_out(layout));
                    }
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
                    inputs.push(input.laid_out(layout));
                }
                common::gives_what_is_right(&mut subject, inputs);
            }
        }
    )* };
}

include!("../../suite/exercises.rs");

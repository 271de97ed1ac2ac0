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

use grader::judge::{About, Expectation, Rule, Subject, Tensor};

/// Numbers of every kind in tensors of every kind, many of them to one process, held to the learner's own values
/// for single numbers: what each of the other checks of form looks at, with what each of those of numbers does.
fn holds_out(subject: &mut Subject) {
    let mut pool = draw::pool(&mut subject.rng, |rng| match rng.u8(..9) {
        0 => draw::nan(rng),
        1..=3 => draw::extreme(rng),
        _ => draw::moderate(rng),
    });
    pool.push(f32::NAN);
    let inputs = (0..70).map(|round| {
        let rank = 1 + round % draw::HIGHEST_RANK;
        let most = if round % 20 == 0 { 20_000 } else { 500 };
        let shape = draw::shape(&mut subject.rng, rank, most);
        let layout = draw::layout(&mut subject.rng, rank);
        draw::filled_from(&mut subject.rng, &shape, &pool).laid_out(layout)
    });
    let inputs: Vec<Tensor> = inputs.collect();
    subject.expect(&Expectation { rule: Rule::Alone, about: About::Numbers, among: |_| true }, &inputs);
}

/// Beyond the core nothing is hidden.
macro_rules! beyond {
    ($($activation:ident)*) => {};
}

/// The hidden checks of each exercise of the core.
macro_rules! exercises {
    ($($activation:ident)*) => { $(
        mod $activation {
            use grader::judge::{Program, Subject};
            use rstest::{fixture, rstest};

            #[fixture]
            fn subject() -> Subject {
                Subject::new(stringify!($activation), Program::told().ok_or("no worker is named: run `instructor grade --hidden`"))
            }

            /// Many questions to one process: every rank with every kind of layout and number.
            #[rstest]
            fn holds_out(mut subject: Subject) {
                super::holds_out(&mut subject);
            }
        }
    )* };
}

include!("../../suite/exercises.rs");

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
            use grader::judge::{Program, Subject};
            use rstest::{fixture, rstest};

            use crate::common;

            #[fixture]
            fn subject() -> Subject {
                Subject::new(stringify!($activation), Program::told().ok_or("no worker is named: run `instructor grade --hidden`"))
            }

            /// Many questions to one process: every rank with every kind of layout and number.
            #[rstest]
            fn holds_out(mut subject: Subject) {
                common::holds_out(&mut subject);
            }
        }
    )* };
}

include!("../../suite/exercises.rs");

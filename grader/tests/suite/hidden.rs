//! Checks that only the instructor has: they count when a class is graded, and are left out of what
//! students are handed. Their ids are as if they stood in the exercise's own file, and in the
//! rubric they are marked `hidden = true`.

/// A hidden check of each exercise.
macro_rules! hidden {
    ($activation:ident) => {
        mod $activation {
            use rstest::rstest;

            use crate::contract;
            use crate::$activation::subject;
            use grader::judge::{Layout, Subject};

            /// Many questions of all sizes to one process, large and small in turn.
            #[rstest]
            fn holds_out(mut subject: Subject) {
                for size in [1, 4000, 2, 900, 3, 70, 31, 8, 1500, 17, 64, 5] {
                    contract::agrees_on(&mut subject, &[size], Layout::Standard);
                    contract::agrees_on(&mut subject, &[1, size], Layout::Reversed);
                }
            }
        }
    };
}

hidden!(relu);
hidden!(sigmoid);
hidden!(tanh);

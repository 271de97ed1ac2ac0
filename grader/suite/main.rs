//! The shared suite: every activation, held to its numerical contract.
//!
//! An exercise is a folder: `exercise.toml` says what its checks are worth and what to try when one fails,
//! and `mod.rs` holds those that are its own. Those that all share are in `common.rs`. One rstest function
//! is one *check*; its id is the first two segments of its path, such as `relu::keeps_positive_values`. A
//! check has to hold in all its cases.
//!
//! ```text
//! cargo test -p grader --features exercises --test suite
//! ```
//!
//! Expected values come from the `table.csv` of an exercise, computed with 60 digits by a library that has
//! nothing to do with this project, and between its points from polynomials that the same library fitted
//! (`pieces.csv`). The learner's code runs in a process of its own, which is told a name and a tensor.

#[macro_use]
mod common;

mod draw;
mod worker;

macro_rules! exercises {
    ($($name:ident)*) => { $(mod $name;)* };
}

macro_rules! beyond {
    ($($name:ident)*) => { $(mod $name;)* };
}

include!("exercises.rs");

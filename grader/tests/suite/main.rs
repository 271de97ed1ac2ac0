//! The shared suite: every activation, held to its numerical contract.
//!
//! One rstest function is one *check*; its id is the first two segments of its path, such as
//! `relu::keeps_positive_values`, and `grader/rubric.toml` says what it is worth and what to try
//! when it fails. A check has to hold in all its cases.
//!
//! ```text
//! cargo test -p grader --features exercises --test suite
//! ```
//!
//! Expected values come from the tables in `grader/reference`, computed with 60 digits by a
//! library that has nothing to do with this project, and between their points from polynomials that the
//! same library fitted. The learner's code runs in a process of its own, which is told a name and a tensor.

#[macro_use]
mod contract;

mod draw;
mod hidden;
mod relu;
mod sigmoid;
mod tanh;
mod worker;

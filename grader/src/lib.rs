//! What judges: asks a worker, holds its answers to expectations, and names the misconception behind
//! wrong ones. The shared suite in `grader/suite` is written with it.
//!
//! - [`judge`]: a check's view of a learner's code, and of what it has to compute
//! - [`diagnose`]: the misconception behind wrong answers, by its name
//! - [`outcome`]: how one case of a check ended
//! - [`rubric`]: exercises, their checks, points and hints
//! - [`source_file`]: the file that an exercise is written in
//! - [`project`]: where things are in the workspace
//! - [`cargo`], [`compiler`]: one call of cargo, and what rustc says in it
//! - [`trouble`]: what can be done about an error
//! - [`process_group`], [`sanitize`]: what is started, and what comes of it, kept in bounds

pub mod cargo;
pub mod compiler;
pub mod diagnose;
pub mod judge;
pub mod outcome;
pub mod process_group;
pub mod project;
pub mod rubric;
pub mod sanitize;
pub mod source_file;
pub mod trouble;

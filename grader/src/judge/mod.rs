//! What the suite is written with.
//!
//! A check asks its [`Subject`] to run the learner's `forward` on a tensor and holds the answer
//! to an `expectation`, which the `examiner` does. The learner's code runs in a process of its own (`worker`); how
//! that ended is a `failure` with a sentence of its own. What is shown of a failure is the `smallest` tensor among
//! the `candidates` that fails in the same way; a `proof` holds the search to that.

mod alone;
mod budget;
mod candidates;
mod exact;
mod examiner;
mod expectation;
mod failure;
mod printed;
mod program;
mod proof;
mod questions;
mod reference;
mod rows;
mod session;
pub mod show;
mod smallest;
mod start;
mod subject;
mod table;
mod threads;
mod tolerance;
mod worker;

pub use budget::{LIMITS, Limits};
pub use channel::{Layout, Tensor};
pub use exact::Exact;
pub use examiner::DIFFERENT;
pub use expectation::{About, Expectation, Rule};
pub use failure::Failure;
pub use program::{Launcher, Program};
pub use questions::Questions;
pub use reference::Reference;
pub use rows::{Scope, by_row};
pub use session::{PROVES, RECORDS, SEED};
pub use subject::Subject;
pub use table::Table;
pub use tolerance::Tolerance;
pub use worker::Worker;

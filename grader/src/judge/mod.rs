//! What the suite is written with.
//!
//! A check asks its [`Subject`] to run the learner's `forward` on a tensor and holds the answer
//! to an expectation. The learner's code runs in a process of its own (`worker`); how that
//! ended is a `failure` with a sentence of its own.

mod budget;
mod failure;
mod printed;
mod questions;
mod session;
pub(crate) mod show;
mod subject;
mod table;
mod tolerance;
mod worker;

pub use budget::{LIMITS, Limits};
pub use channel::{Layout, Tensor};
pub use session::{RECORDS, SEED, WORKER};
pub use subject::{Answer, Subject};
pub use table::Table;
pub use tolerance::tolerance;

pub(crate) use failure::Failure;
pub(crate) use questions::Questions;

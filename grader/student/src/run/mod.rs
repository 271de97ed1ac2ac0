//! From a learner's files to a worker that can be asked, and from the suite to its records.
//!
//! - `crates`: whose code is graded
//! - `build_workspace`: a workspace of the grader's own, for files that are not in the learner's tree
//! - `shared`: what makes dependencies the ones that are built already
//! - `stub`: an exercise's file as students get it
//! - `jail`: the program in which a learner's code is compiled
//! - `trial`: what that program can lock on this system
//! - `demand`: how well a learner's code is locked up, and how well it has to be
//! - `baseline`: build products without those of earlier submissions
//! - `build`: builds the suite and one worker per exercise
//! - `kept_suite`: where the suite's program lies, for as long as its sources do not change
//! - `blame`: which exercise is to blame where the crate does not compile
//! - `attempts`: builds with some of the files, within one time for all of them
//! - `forbidden`: what a learner's file must not hold
//! - `neighbours`: which exercises a learner's file calls
//! - `tour`: builds the tour of the learner's crate, with stubs for files that do not compile
//! - `suite`: runs the suite's cases and reads what each left behind

mod attempts;
mod baseline;
mod blame;
mod build;
mod build_workspace;
mod crates;
mod demand;
pub mod forbidden;
mod jail;
mod kept_suite;
mod neighbours;
mod shared;
mod stub;
mod suite;
mod tour;
mod trial;

pub use blame::{NoWorker, Workers};
pub use build::build_unchecked;
pub use build::{
    Built, PROGRAMS, Setup, build_optimised, build_optimised_reference, build_own, build_submission,
    build_suite,
};
pub use build_workspace::BuildWorkspace;
pub use crates::Crate;
pub use demand::{Demand, Sandbox};
pub use jail::Jail;
pub use jail::rustc;
pub use neighbours::{calls, calls_itself};
pub use stub::stub;
pub use suite::{Suite, Verdicts};
pub use tour::build_tour;

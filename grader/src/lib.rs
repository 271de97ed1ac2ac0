//! The grader: what judges a learner's activations, what runs them, and what is made of it.
//!
//! Data flows one way: files → worker → outcome → check → report → renderer.
//!
//! - [`submission`]: which of the files that somebody handed in are the exercises
//! - [`run`]: from files to a worker that can be asked, and from the suite to its records
//! - [`judge`]: what the suite is written with: asks a worker, holds its answers to expectations
//! - [`diagnose`]: the slip behind wrong answers, by its name
//! - [`grading`]: all of these, from built workers to a finished report
//! - [`curves`]: what the learner's code computes, as data to draw
//! - [`mod@bench`]: how long the learner's code takes, beside the reference and a mere change of sign
//! - [`outcome`]: how one case of a check ended
//! - [`rubric`]: exercises, checks, points and hints
//! - [`given`]: given files that were changed, which nobody hands in
//! - [`report`]: outcomes and rubric put together
//! - [`mirror`], [`manifest`], [`atomic_write`]: copies of folders, and of workspaces, and files at once
//! - [`hints`], [`reset`]: a step further, and a step back
//! - [`process_group`], [`sanitize`]: what is started, and what comes of it, kept in bounds
//! - [`render`]: a finished report as text or a page, and curves as pictures
//! - [`commands`]: what the command line does with all of these
//!
//! What stands under `#[cfg(feature = "watch")]`, `#[cfg(feature = "plot")]` or `#[cfg(feature = "page")]` is
//! built only for `cargo make watch`, `cargo make plot` and `cargo make page`: it needs crates that grading
//! does not.
//!
//! What stands under `#[cfg(feature = "class")]` is the instructor's: it is left out of what students are
//! handed, modules with their files.
//!
//! - `specimens`, `verify`: right, wrong and hostile files, with which all of this is tested
//! - `class`, `difference`: what a class handed in, and that beside the reference
//! - `handout`: the workspace as students get it

#![warn(missing_docs)]

pub mod atomic_write;
pub mod bench;
#[cfg(feature = "class")]
pub mod class;
pub mod commands;
pub mod curves;
pub mod diagnose;
#[cfg(feature = "class")]
pub mod difference;
pub mod given;
pub mod grading;
#[cfg(feature = "class")]
pub mod handout;
pub mod hints;
pub mod judge;
pub mod manifest;
pub mod mirror;
pub mod outcome;
#[cfg(feature = "class")]
pub mod pack;
pub mod process_group;
pub mod project;
pub mod render;
pub mod report;
pub mod reset;
pub mod rubric;
pub mod run;
pub mod sanitize;
#[cfg(feature = "class")]
pub mod specimens;
pub mod stubs;
pub mod submission;
#[cfg(feature = "class")]
pub mod verify;
#[cfg(feature = "watch")]
pub mod watch;

//! From a learner's files to a report: what builds them, runs the suite, and shows what came of it.
//!
//! Data flows one way: files → worker → outcome → check → report → renderer.
//!
//! - [`submission`]: the exercises' files that somebody wrote
//! - [`mod@chosen`]: which exercises a command is about
//! - [`run`]: from files to a worker that can be asked, and from the suite to its records
//! - [`uncompiled`]: why a file does not compile, for somebody who learns Rust
//! - [`grading`]: these two and the judge, from built workers to a finished report
//! - [`curves`]: what the learner's code computes, as data to draw
//! - [`mod@bench`]: how long the learner's code takes, beside the reference and a mere change of sign
//! - [`given`]: given files that were changed, which nobody hands in
//! - [`report`]: outcomes and rubric put together
//! - [`render`]: a finished report as text or a page, and curves as pictures
//! - [`mod@examples`]: what examples are worth as tests that a learner writes before the code
//! - [`training`]: a small network that learns with what the learner wrote
//! - [`slope_check`]: a slope, measured on the learner's own function
//! - [`hints`], [`reset`], [`stubs`]: a step further, and a step back
//! - [`last`]: what came of the last grading
//! - [`mod@side_by_side`]: work that several threads share
//! - [`written_tensor`]: tensors as they are written on a command line
//! - [`watch`]: grades after each save
//! - [`pack`]: what is handed in, as an archive
//! - [`mirror`], [`manifest`], [`atomic_write`]: copies of folders and of workspaces, and files written at once
//! - [`commands`]: what the command line does with all of these

pub mod atomic_write;
pub mod bench;
pub mod chosen;
pub mod commands;
pub mod curves;
pub mod examples;
pub mod given;
pub mod grading;
pub mod hints;
pub mod last;
pub mod manifest;
pub mod mirror;
pub mod pack;
pub mod render;
pub mod report;
pub mod reset;
pub mod run;
pub mod side_by_side;
pub mod slope_check;
pub mod stubs;
pub mod submission;
pub mod training;
pub mod uncompiled;
pub mod watch;
pub mod written_tensor;

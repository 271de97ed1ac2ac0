//! The folder of a class's grades.
//!
//! - `ledger`: what is kept of each student, so that a run that was killed goes on where it was
//! - `entry`: what became of one student
//! - `file_name`: the names of what is kept
//! - `kept`, `kept_report`: what is kept, read back
//! - `items`: what each check tells of a class
//! - `run`: which run it holds
//! - `sheet`: the grades as tables
//! - `overview`: what the page of a class shows
//! - `summary`, `markdown`: what to talk about in the next lecture, and who has no grade
//! - `earlier`: what has changed since the last submission
//! - `notes`: what students are told beside their report

pub mod earlier;
pub mod entry;
pub mod file_name;
pub mod items;
pub mod kept;
pub mod kept_report;
pub mod ledger;
pub mod markdown;
mod notes;
pub mod overview;
pub mod run;
pub mod sheet;
pub mod summary;

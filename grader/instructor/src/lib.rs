//! What only instructors do, with what grades a learner. Nothing of it is handed out.
//!
//! - [`intake`]: which of the files that somebody handed in are the exercises
//! - [`class`]: grades a whole class
//! - [`books`]: fills grades into course systems' own tables, and gives reports back by them
//! - [`handout`]: the workspace as students get it
//! - [`difference`]: what somebody wrote, beside the reference
//! - [`digest`]: by what contents are told apart
//! - [`specimens`], [`verify`]: right, wrong and hostile files, with which all of this is tested
//! - [`render`]: the class's page, comparisons, and what came of specimens
//! - [`commands`]: what the command line does with all of these

pub mod books;
pub mod class;
pub mod commands;
pub mod difference;
pub mod digest;
pub mod handout;
pub mod intake;
pub mod render;
pub mod specimens;
pub mod verify;

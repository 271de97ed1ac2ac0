//! The grader's pages, opened in a browser. They are left in `target/browser`, with pictures of each.
//!
//! - `class`: a class is graded, whose pages these are
//! - `book`: the lesson before anything is written, and when all is
//! - `visit`: opens a page, and writes down whatever the browser has to say of it
//! - `safe`: nothing is asked of anybody, and what a student wrote is text
//! - `readable`: on a telephone, in the dark, on paper, by keyboard and by ear

#![cfg(test)]

mod book;
mod class;
mod readable;
mod safe;
mod visit;

//! The lesson as a book for a browser, whose figures the reader's own code draws, and networks as they learn.
//!
//! - [`reader`]: what the reader has written, as functions that can be asked
//! - [`figures`]: what is drawn of them
//! - [`book`]: chapters in Markdown, as pages
//! - [`training`]: networks as they learn, as a page
//! - [`commands`]: what the command line does with these

// Templates of another package are used, too, and name things of their own one.
extern crate self as lesson;

pub mod book;
pub mod commands;
pub mod figures;
pub mod reader;
pub mod training;

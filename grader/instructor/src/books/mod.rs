//! Fills grades into the tables that course systems export, and leaves all else in them as it was.
//!
//! - `table`: a file of comma-separated values in which single cells are replaced
//! - `canvas`, `moodle`: where in their tables students, grades and points stand
//! - `book`: a table of either, read
//! - `matching`: which student of the grades is which of the table
//! - `fill`: what is written, and what is left alone
//! - `give_back`: students' reports under the names that course systems take them back by

mod book;
mod canvas;
mod fill;
mod give_back;
mod matching;
mod moodle;
mod table;

pub use book::Book;
pub use fill::{Filled, Filling, fill};
pub use give_back::{GivenBack, give_back};

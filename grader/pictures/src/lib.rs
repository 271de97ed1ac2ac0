//! What a browser shows: a finished report as a page, and curves as drawings. It is a package of its own, so
//! that a first grading has fewer crates to wait for.
//!
//! - [`page`]: the report as one HTML file
//! - [`svg`]: curves as SVG pictures
//! - [`commands`]: what the command line does with these

// Templates are used by other crates, too, and name things of this one.
extern crate self as pictures;

pub mod commands;
pub mod page;
pub mod svg;

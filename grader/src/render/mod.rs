//! A finished report as text. A renderer sees the report and nothing else.

mod containment;
mod difference;
mod json;
mod matrix;
mod terminal;

pub use containment::{Contained, containment, word};
pub use difference::{difference, markdown_difference};
pub use json::json;
pub use matrix::{Summary, Verified, matrix};
pub use terminal::{Symbols, plain_terminal, terminal};

/// Filled in later.
pub fn markdown(report: &crate::report::Report) -> String {
    plain_terminal(report, Symbols::Unicode)
}

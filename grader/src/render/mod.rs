//! A finished report as text. A renderer sees the report and nothing else.

mod closing;
#[cfg(feature = "class")]
mod containment;
#[cfg(feature = "class")]
mod difference;
mod json;
#[cfg(feature = "class")]
mod matrix;
mod path;
mod symbols;
mod terminal;

#[cfg(feature = "class")]
pub use containment::{Contained, containment, word};
#[cfg(feature = "class")]
pub use difference::{difference, markdown_difference};
pub use json::json;
#[cfg(feature = "class")]
pub use matrix::{Summary, Verified, matrix};
pub use symbols::Symbols;
pub use terminal::{Details, plain_terminal, terminal, wrap};

/// Filled in later.
pub fn markdown(report: &crate::report::Report) -> String {
    plain_terminal(report, Symbols::Unicode)
}

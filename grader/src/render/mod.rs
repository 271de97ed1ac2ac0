//! A finished report as text, and curves as pictures. A renderer sees these and nothing else.

#[cfg(feature = "class")]
mod containment;
#[cfg(feature = "plot")]
mod curves_svg;
mod curves_text;
#[cfg(feature = "class")]
mod difference;
mod json;
#[cfg(feature = "class")]
mod matrix;
mod terminal;

#[cfg(feature = "class")]
pub use containment::{Contained, containment, word};
#[cfg(feature = "plot")]
pub use curves_svg::{overview_svg, svg, svg_inline};
pub use curves_text::curve_text;
#[cfg(feature = "class")]
pub use difference::{difference, markdown_difference};
pub use json::json;
#[cfg(feature = "class")]
pub use matrix::{Summary, Verified, matrix};
pub use terminal::{Symbols, plain_terminal, terminal, terminal_with_curves};

/// Filled in later.
pub fn markdown(report: &crate::report::Report) -> String {
    plain_terminal(report, Symbols::Unicode)
}

//! A finished report as text or a page, and curves as pictures. A renderer sees these, and nothing else but
//! what was written.

mod bench;
#[cfg(feature = "class")]
mod containment;
mod course_progress;
#[cfg(feature = "plot")]
mod curves_svg;
mod curves_text;
#[cfg(feature = "class")]
mod difference;
mod format;
mod github;
mod gradescope;
mod json;
#[cfg(feature = "class")]
mod junit;
mod markdown;
#[cfg(feature = "class")]
mod matrix;
mod next_step;
#[cfg(feature = "page")]
mod page;
mod prairielearn;
mod symbols;
mod terminal;
mod words;

pub use bench::bench;
#[cfg(feature = "class")]
pub use containment::{Contained, containment};
#[cfg(feature = "plot")]
pub use curves_svg::{overview_svg, svg, svg_inline};
pub use curves_text::curve_text;
#[cfg(feature = "class")]
pub use difference::{difference, markdown_difference};
pub use format::Format;
pub use github::github;
pub use gradescope::gradescope;
pub use json::json;
#[cfg(feature = "class")]
pub use junit::junit;
pub use markdown::markdown;
#[cfg(feature = "class")]
pub use matrix::{Summary, Verified, matrix};
#[cfg(feature = "class")]
pub use page::{Class, ClassRow, Counted, class_page};
#[cfg(feature = "page")]
pub use page::{Page, page};
pub use prairielearn::prairielearn;
pub use symbols::Symbols;
pub use terminal::{Details, plain_terminal, terminal, terminal_with_curves, wrap};
pub use words::word;

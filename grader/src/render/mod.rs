//! A finished report as text. A renderer sees the report and nothing else.

mod classroom50;
mod containment;
mod format;
mod github;
mod gradescope;
mod json;
#[cfg(feature = "class")]
mod junit;
mod markdown;
mod matrix;
mod prairielearn;
mod terminal;
mod words;

pub use classroom50::{Handed, classroom50};
pub use containment::{Contained, containment, word};
pub use format::{Around, Format};
pub use github::github;
pub use gradescope::gradescope;
pub use json::json;
#[cfg(feature = "class")]
pub use junit::junit;
pub use markdown::markdown;
pub use matrix::{Summary, Verified, matrix};
pub use prairielearn::prairielearn;
pub use terminal::{Symbols, plain_terminal, terminal};

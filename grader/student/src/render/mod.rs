//! A finished report as text, for people and for other systems. A renderer sees the report, and nothing else
//! but curves, times, examples that were judged, and networks that have learnt.

mod bench;
mod cargo_json;
mod compiler_words;
mod course_progress;
mod curves_text;
mod examples;
mod format;
mod github;
mod gradescope;
mod json;
mod junit;
mod markdown;
mod next_step;
mod prairielearn;
mod symbols;
mod terminal;
mod trained;
pub mod words;

pub use bench::bench;
pub use curves_text::{ROWS, curve_text};
pub use examples::examples;
pub use format::Format;
pub use github::github;
pub use gradescope::gradescope;
pub use json::json;
pub use junit::junit;
pub use markdown::markdown;
pub use next_step::next;
pub use prairielearn::prairielearn;
pub use symbols::Symbols;
pub use terminal::{Details, Look, plain_terminal, terminal, wrap};
pub use trained::{moral, slopes, trained};
pub use words::word;

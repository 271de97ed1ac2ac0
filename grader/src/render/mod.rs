//! A finished report as text. A renderer sees the report and nothing else.

mod json;
mod terminal;

pub use json::json;
pub use terminal::{Symbols, terminal};

//! A finished report as text. A renderer sees the report and nothing else.

mod json;
mod matrix;
mod terminal;

pub use json::json;
pub use matrix::{Matrix, Verified, matrix};
pub use terminal::{Symbols, terminal};

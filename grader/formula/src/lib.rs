//! Functions of one number as formulas: read, written, computed, and changed by one edit.
//!
//! - [`Formula`]: a tree, read from text such as `1 / (1 + exp(-x))` and written as such
//! - `compute`: its value at a number, as exact as f64 or as coarse as a learner's f32
//! - [`edits`]: every formula that one slip of the pen makes of another
//! - `words`: slips as a learner reads them

mod compute;
mod edit;
mod parse;
mod tree;
mod words;
mod write;

pub use compute::Precision;
pub use edit::{Edit, Slip, edits};
pub use tree::{Formula, Function, Operator};

//! Both ends of the line between the judge and the worker, the process that runs a
//! learner's code.
//!
//! The judge sends the name of an activation, with a parameter behind it where one is meant, and a tensor; the
//! worker answers with a tensor, or says how `forward` ended instead. For a benchmark, it may also be asked how long `forward` takes;
//! what it says is believed, since no verdict depends on it. Nothing else crosses: the worker learns neither
//! which check is asking nor what it hopes to read.
//!
//! - [`message`]: what is said, and how it is written down
//! - [`layer`]: names with a parameter
//! - [`start`]: what is said before the first question
//! - [`link`]: the socket it is said over
//! - [`serve`]: the worker's side of the conversation
//! - `timing`: how long a worker's code takes

#![warn(missing_docs)]

pub mod layer;
mod layout;
pub mod link;
pub mod message;
mod serve;
pub mod start;
mod tensor;
mod timing;

pub use layout::Layout;
pub use serve::{Forward, serve};
pub use tensor::Tensor;
pub use timing::NEGATING;

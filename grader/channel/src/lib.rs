//! Both ends of the line between the judge and the worker, the process that runs a
//! learner's code.
//!
//! The judge sends the name of an activation and a tensor; the worker answers with a tensor,
//! or says how `forward` ended instead. Nothing else crosses: the worker learns neither
//! which check is asking nor what it hopes to read.
//!
//! - [`message`]: what is said, and how it is written down
//! - [`link`]: the socket it is said over
//! - [`serve`]: the worker's side of the conversation

#![warn(missing_docs)]

pub mod link;
pub mod message;
mod serve;
mod tensor;

pub use serve::{Forward, serve};
pub use tensor::{Layout, Tensor};

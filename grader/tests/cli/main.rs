//! The grader through its front door: a command is run, and what it printed and left is looked at.

mod arguments;
mod formats;
mod own_tree;
mod rubric;
mod stubs;
mod submissions;
mod support;

//! Whether the grader's programs are as new as their sources.

pub mod sources;

//! How many threads a worker has.
//!
//! A locked worker can't have too many, where the system can see to it. Everywhere else it is counted
//! while the worker is waited for, so that it can't use up what all programs here share.

use std::process::Child;

/// Some machines have a hundred processors, and `available_parallelism` says so.
pub const MOST: usize = 256;

/// Whether the process has more threads than it may. Where that can't be found out, it has not.
pub fn are_too_many(child: &Child) -> bool {
    // Nobody else can have this number: the process has not been waited for.
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let count = status.lines().find_map(|line| line.strip_prefix("Threads:")?.trim().parse().ok());
    count.is_some_and(|count: usize| count > MOST)
}

//! What a worker and a compiler keep.

use std::path::Path;

use super::{Missing, calls, files, limits};

/// Locks this process for running a learner's code: from here on it computes, prints to what is
/// open, starts threads of its own, and nothing else. Call it before there is a second thread.
///
/// Returns what this system does not offer.
pub fn lock_worker() -> Vec<Missing> {
    // System calls last, because the filter takes those that lock.
    let missing = [limits::set(&limits::WORKER), files::allow(&[], &[]), calls::allow_computing()];
    missing.into_iter().flatten().collect()
}

/// Locks this process for compiling a learner's code: it, and what it starts, may read what the
/// system's linker needs and these folders, write to others of them, and not use the network.
///
/// Returns what this system does not offer.
pub fn lock_compiler(readable: &[&Path], writable: &[&Path]) -> Vec<Missing> {
    let missing = [limits::set(&limits::COMPILER), files::allow(readable, writable), calls::refuse_network()];
    missing.into_iter().flatten().collect()
}

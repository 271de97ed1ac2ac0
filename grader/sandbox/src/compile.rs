//! What a compiler of a learner's code keeps.

use std::path::Path;

use super::{Locked, calls, descriptors, files, limits};

/// Locks this process for compiling a learner's code: it, and what it starts, may read what the
/// system's linker needs and these folders, write to others of them, and not use the network.
///
/// Returns what this system does not offer.
///
/// # Errors
/// Where a lock that the kernel offers can't be put on.
pub fn lock_compiler(readable: &[&Path], writable: &[&Path]) -> Locked {
    descriptors::close_inherited()?;
    limits::set(&limits::COMPILER)?;
    let missing = files::allow(readable, writable)?;
    calls::refuse_network()?;
    Ok(missing.into_iter().collect())
}

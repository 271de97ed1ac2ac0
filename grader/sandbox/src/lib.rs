//! Takes from a process what a learner's code has no business with: files, the network, other
//! processes, and more memory and time than an exercise can need.
//!
//! A process locks itself, without privileges and for good, before it compiles or runs what somebody
//! handed in. On Linux that is done with Landlock (`files`), seccomp (`calls`), resource limits
//! (`limits`) and a user of its own (`threads`).
//!
//! Code can run before a program's `main`, so a worker can't lock itself: a launcher that links nothing
//! of a learner's does it, and then turns into the worker (`launch`). The worker's `main` adds what
//! starting a program had still needed ([`lock_worker`]).
//!
//! What this kernel does not offer is named; where it offers a lock and the lock fails, nothing runs.
//! On other systems nothing is locked, and that is what is named.

#![warn(missing_docs)]

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod compile;
#[cfg(target_os = "linux")]
mod descriptors;
#[cfg(target_os = "linux")]
mod files;
#[cfg(target_os = "linux")]
mod launch;
#[cfg(target_os = "linux")]
mod limits;
#[cfg(target_os = "linux")]
mod loader;
#[cfg(target_os = "linux")]
mod threads;

#[cfg(not(target_os = "linux"))]
pub use unlocked::{launch, lock_compiler, lock_worker};
#[cfg(target_os = "linux")]
pub use {calls::lock_worker, compile::lock_compiler, launch::launch};

/// A protection that this system does not offer, in words for the report.
pub type Missing = &'static str;

/// A lock that this system offers and that failed, in words.
pub type Failed = String;

/// The names of what this system has no lock for, or the lock that failed.
pub type Locked = Result<Vec<Missing>, Failed>;

#[cfg(not(target_os = "linux"))]
mod unlocked {
    use std::path::Path;

    use super::{Failed, Locked};

    const NOTHING: &str = "files, network, processes and memory: there is no sandbox for this system";

    /// Locks nothing: there is no launcher on this system.
    ///
    /// # Errors
    /// Always.
    pub fn launch(_program: &Path, _everything: bool) -> Failed {
        NOTHING.to_owned()
    }

    /// Locks nothing.
    ///
    /// # Errors
    /// None.
    pub fn lock_worker() -> Result<(), Failed> {
        Ok(())
    }

    /// Locks nothing.
    ///
    /// # Errors
    /// None.
    pub fn lock_compiler(_readable: &[&Path], _writable: &[&Path]) -> Locked {
        Ok(vec![NOTHING])
    }
}

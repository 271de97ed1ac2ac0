//! Takes from a process what a learner's code has no business with: files, the network, other
//! processes, and more memory and time than an exercise can need.
//!
//! A process locks itself, without privileges and for good, before it compiles or runs what somebody
//! handed in. On Linux that is done in layers, each of which stops by itself ([`Layer`]): namespaces
//! (`namespaces`) with a root folder of their own (`root`), a user without privileges (`rights`), resource limits
//! (`limits`, `threads`), Landlock (`files`) and seccomp (`calls`).
//!
//! Code can run before a program's `main`, so a worker can't lock itself: a launcher that links nothing
//! of a learner's does it, and then turns into the worker (`launch`). The worker's `main` adds what
//! starting a program had still needed ([`lock_worker`]).
//!
//! What this kernel does not offer is named (`missing`); where it offers a lock and the lock fails, nothing runs.
//! On other systems nothing is locked, and that is what is named.

#![warn(missing_docs)]

mod layer;

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
mod missing;
#[cfg(target_os = "linux")]
mod namespaces;
#[cfg(target_os = "linux")]
mod rights;
#[cfg(target_os = "linux")]
mod root;
#[cfg(target_os = "linux")]
mod threads;

pub use layer::{Layer, Locks, Wanted};
#[cfg(not(target_os = "linux"))]
pub use unlocked::{launch, lock_compiler, lock_worker};
#[cfg(target_os = "linux")]
pub use {calls::lock_worker, compile::lock_compiler, launch::launch};

/// A protection that this system does not offer, in words for the report.
pub type Missing = &'static str;

/// A lock that this system offers and that failed, in words.
pub type Failed = String;

#[cfg(not(target_os = "linux"))]
mod unlocked {
    use std::path::Path;

    use super::{Failed, Locks, Wanted};

    const NOTHING: &str = "files, network, processes and memory: there is no sandbox for this system";

    /// Locks nothing: there is no launcher on this system.
    ///
    /// # Errors
    /// Always.
    pub fn launch(_program: &Path, _wanted: &Wanted, _everything: bool) -> Failed {
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
    pub fn lock_compiler(_read: &[&Path], _write: &[&Path], _wanted: &Wanted) -> Result<Locks, Failed> {
        Ok(Locks { missing: vec![NOTHING], ..Locks::default() })
    }
}

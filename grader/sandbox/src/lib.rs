//! Takes from a process what a learner's code has no business with: files, the network, other
//! processes, and more memory and time than an exercise can need.
//!
//! A process locks itself, without privileges and for good, before it runs or compiles what
//! somebody handed in. On Linux that is done with Landlock (`files`), seccomp (`calls`) and
//! resource limits (`limits`); what the kernel does not offer is named and not pretended.
//! Elsewhere nothing is locked, and that is what is named.

#![warn(missing_docs)]

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod files;
#[cfg(target_os = "linux")]
mod limits;
#[cfg(target_os = "linux")]
mod linux;

#[cfg(target_os = "linux")]
pub use linux::{lock_compiler, lock_worker};
#[cfg(not(target_os = "linux"))]
pub use unlocked::{lock_compiler, lock_worker};

/// A protection that this system does not offer, in words for the report.
pub type Missing = &'static str;

#[cfg(not(target_os = "linux"))]
mod unlocked {
    use std::path::Path;

    use super::Missing;

    const NOTHING: &str = "files, network, processes and memory: there is no sandbox for this system";

    /// Locks nothing.
    pub fn lock_worker() -> Vec<Missing> {
        vec![NOTHING]
    }

    /// Locks nothing.
    pub fn lock_compiler(_readable: &[&Path], _writable: &[&Path]) -> Vec<Missing> {
        vec![NOTHING]
    }
}

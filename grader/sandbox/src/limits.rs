//! Memory and time, by resource limits. A process that reaches one fails or is ended; nobody
//! else notices.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::Failed;

const MIB: u64 = 1 << 20;

/// For a learner's code. An honest body needs a few MiB and milliseconds, threads included.
pub const WORKER: [(Resource, u64); 7] = [
    // What can be written to, stacks of threads included: this is what ends bombs.
    (Resource::Data, 512 * MIB),
    // The first thread's stack, which the line above does not count.
    (Resource::Stack, 8 * MIB),
    // Much more than that, because libc reserves addresses that it never uses.
    (Resource::As, 4096 * MIB),
    // Seconds of computing. The judge's deadline is earlier; this holds if there is no judge.
    (Resource::Cpu, 20),
    (Resource::Core, 0),
    (Resource::Fsize, 0),
    (Resource::Nofile, 16),
];

/// For a compiler and a linker. Compiling an exercise takes a quarter of a second and 200 MiB.
pub const COMPILER: [(Resource, u64); 4] =
    [(Resource::Data, 3072 * MIB), (Resource::Cpu, 20), (Resource::Core, 0), (Resource::Fsize, 512 * MIB)];

/// Sets the limits, or the ones there are already, if those are lower.
///
/// # Errors
/// Where the system refuses one.
pub fn set(limits: &[(Resource, u64)]) -> Result<(), Failed> {
    for &(resource, limit) in limits {
        let limit = getrlimit(resource).maximum.map_or(limit, |hard| hard.min(limit));
        setrlimit(resource, Rlimit { current: Some(limit), maximum: Some(limit) })
            .map_err(|error| format!("cannot limit {resource:?} to {limit}: {error}"))?;
    }
    Ok(())
}

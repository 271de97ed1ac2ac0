//! How many threads a worker has at most.
//!
//! The kernel counts threads for each user, and does not count those of root. So root hands the worker
//! to a user that nobody else is, and anybody else puts it into a user namespace, where its user's
//! count begins anew.

use nix::sched::CloneFlags;
use rustix::process::{Resource, getuid};

use super::namespaces::unshare_as;
use super::rights::Stranger;
use super::{Failed, Missing, limits};

/// Some machines have a hundred processors, and `available_parallelism` says so.
const MOST: u64 = 256;

const MISSING: Missing = "the number of threads: this system gives a worker no user or namespace of its own";

/// Bounds how many threads this process can have, and tells where that can't be done. `is_counted_apart` where it has
/// left its user namespace already. Call it while there is one thread.
///
/// # Errors
/// Where the limit itself can't be set.
pub fn bound(stranger: Option<Stranger>, is_counted_apart: bool) -> Result<Option<Missing>, Failed> {
    let is_alone = match stranger {
        Some(stranger) => stranger.become_it().is_some(),
        None if getuid().is_root() => false,
        None => is_counted_apart || unshare_as(getuid().as_raw(), CloneFlags::CLONE_NEWUSER).is_ok(),
    };
    if !is_alone {
        return Ok(Some(MISSING));
    }
    limits::set(&[(Resource::Nproc, MOST)])?;
    Ok(None)
}

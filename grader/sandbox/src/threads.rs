//! How many threads a worker has at most.
//!
//! The kernel counts threads for each user, and does not count those of root. So root hands the worker
//! to a user that nobody else is, and anybody else puts it into a user namespace, where its user's
//! count begins anew.

use std::fs;

use nix::sched::{CloneFlags, unshare};
use rustix::process::{Gid, Resource, Uid, getgid, getuid};
use rustix::thread::{set_thread_groups, set_thread_res_gid, set_thread_res_uid};

use super::{Failed, Missing, limits};

/// Some machines have a hundred processors, and `available_parallelism` says so.
const MOST: u64 = 256;

const MISSING: Missing = "the number of threads: this system gives a worker no user or namespace of its own";

/// Bounds how many threads this process can have. Call it while there is one.
///
/// # Errors
/// Where the limit itself can't be set.
pub fn bound() -> Result<Option<Missing>, Failed> {
    let is_alone = if getuid().is_root() { become_nobody_else() } else { count_anew() };
    if is_alone.is_none() {
        return Ok(Some(MISSING));
    }
    limits::set(&[(Resource::Nproc, MOST)])?;
    Ok(None)
}

/// Gives root's rights up, for those of a user that no other process here has.
fn become_nobody_else() -> Option<()> {
    let (first, count) = mapped()?;
    // From the upper half of the users that there are here; a process number belongs to nobody else.
    let half = count / 2;
    let number = first + half + std::process::id().checked_rem(half.checked_sub(2)?)?;
    let (user, group) = (Uid::from_raw(number), Gid::from_raw(number));
    set_thread_groups(&[]).ok()?;
    set_thread_res_gid(group, group, group).ok()?;
    set_thread_res_uid(user, user, user).ok()
}

/// The last range of users that exist in this namespace: its first, and how many.
fn mapped() -> Option<(u32, u32)> {
    let map = fs::read_to_string("/proc/self/uid_map").ok()?;
    let mut words = map.lines().last()?.split_whitespace();
    let first = words.next()?.parse().ok()?;
    Some((first, words.nth(1)?.parse().ok()?))
}

/// Enters a user namespace in which this user is who they were, and nobody else is there.
fn count_anew() -> Option<()> {
    let (user, group) = (getuid().as_raw(), getgid().as_raw());
    unshare(CloneFlags::CLONE_NEWUSER).ok()?;
    // Without the maps the user is `nobody` inside, and still counted apart.
    let _ = fs::write("/proc/self/setgroups", "deny");
    let _ = fs::write("/proc/self/gid_map", format!("{group} {group} 1"));
    let _ = fs::write("/proc/self/uid_map", format!("{user} {user} 1"));
    Some(())
}

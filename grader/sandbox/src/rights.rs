//! What a process may do because of who it is.

use std::fs;

use rustix::process::{Gid, Uid, getuid};
use rustix::thread::{
    CapabilitySet, CapabilitySets, capability_is_in_bounding_set, clear_ambient_capability_set,
    remove_capability_from_bounding_set, set_capabilities, set_no_new_privs, set_thread_groups,
    set_thread_res_gid, set_thread_res_uid,
};

use super::layer::Offered;

/// A user that nobody else is, for a program that root starts.
#[derive(Debug, Clone, Copy)]
pub struct Stranger(u32);

impl Stranger {
    /// One from the upper half of the users that there are here; a process number belongs to nobody else.
    ///
    /// Call it while `/proc` can be read. None where there are too few users, and where this process is not root's.
    pub fn find() -> Option<Self> {
        let (first, count) = mapped()?;
        let half = count / 2;
        let number = first + half + std::process::id().checked_rem(half.checked_sub(2)?)?;
        getuid().is_root().then_some(Self(number))
    }

    /// Gives root's rights up, for those of this user.
    pub fn become_it(self) -> Option<()> {
        if !getuid().is_root() {
            return (getuid().as_raw() == self.0).then_some(());
        }
        let (user, group) = (Uid::from_raw(self.0), Gid::from_raw(self.0));
        set_thread_groups(&[]).ok()?;
        set_thread_res_gid(group, group, group).ok()?;
        set_thread_res_uid(user, user, user).ok()
    }
}

/// The last range of users that exist in this namespace: its first, and how many.
fn mapped() -> Option<(u32, u32)> {
    let map = fs::read_to_string("/proc/self/uid_map").ok()?;
    let mut words = map.lines().last()?.split_whitespace();
    let first = words.next()?.parse().ok()?;
    Some((first, words.nth(1)?.parse().ok()?))
}

/// Gives up all privileges, and the way to any: those of a set-uid program, of root's name, and of a namespace's
/// maker. Becomes `stranger`, where there is one.
///
/// # Errors
/// Where the system refuses to take privileges.
pub fn give_up(stranger: Option<Stranger>) -> Offered {
    set_no_new_privs(true).map_err(|error| format!("cannot refuse new privileges: {error}"))?;
    for one in CapabilitySet::all().iter() {
        // Refused to whoever has none to give up; an old kernel does not know all.
        let _ = remove_capability_from_bounding_set(one);
    }
    let _ = clear_ambient_capability_set();
    let is_stranger = stranger.is_none_or(|stranger| stranger.become_it().is_some());
    let none = CapabilitySet::empty();
    set_capabilities(None, CapabilitySets { effective: none, permitted: none, inheritable: none })
        .map_err(|error| format!("cannot give privileges up: {error}"))?;
    // A program that root starts has the privileges that are left in this set.
    let keeps = |one: CapabilitySet| capability_is_in_bounding_set(one).unwrap_or(false);
    let has_way_back = getuid().is_root() && CapabilitySet::all().iter().any(keeps);
    let why = "root's privileges can't be given up here".to_owned();
    Ok((has_way_back || !is_stranger).then_some(why))
}

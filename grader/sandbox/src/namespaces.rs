//! A network, a host name, shared memory, a root folder and process numbers of a process's own, by namespaces.
//!
//! Root makes them as root. Anybody else makes them in a user namespace, where they have root's rights over
//! nothing but these.
//!
//! A worker has no process numbers of its own. These would take another process, which waits for it, and double what
//! starting one costs; and the first process of a namespace ends in other ways than any other (`abort` is no abort).
//! What they would refuse is refused by `calls` and by Landlock.

use std::env;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::{self, Command};

use nix::errno::Errno;
use nix::sched::{CloneFlags, unshare};
use rustix::mount::{MountPropagationFlags, mount_change};
use rustix::process::{Resource, Signal, getgid, getpid, getuid, kill_process};

use super::layer::Offered;
use super::{Failed, limits};

/// Leaves the namespaces that this process shares with others. What it mounts from here on only it sees.
///
/// # Errors
/// None: a system that refuses does not offer it.
pub fn leave() -> Offered {
    leave_as(getuid().as_raw(), CloneFlags::empty())
}

/// Environment variable of this program: it has left its namespaces, and is the first process of one.
const APART: &str = "JAIL_APART";

/// The same, and those of processes, which only a new process can do: this program is started once more with the same
/// arguments, and this process ends as that one does. There, this does nothing.
///
/// # Errors
/// Where the program can't be started.
pub fn leave_for_good() -> Offered {
    if env::var_os(APART).is_some() {
        return Ok(None);
    }
    // The program that is started keeps its rights over the namespaces only where it is root in there.
    if let Some(why) = leave_as(0, CloneFlags::CLONE_NEWPID)? {
        return Ok(Some(why));
    }
    let failed = |error| -> Failed { format!("cannot start once more: {error}") };
    let program = env::current_exe().map_err(failed)?;
    let ended =
        Command::new(program).args(env::args_os().skip(1)).env(APART, "1").status().map_err(failed)?;
    // Whoever was ended by the system is to be known as such.
    if let Some(signal) = ended.signal().and_then(Signal::from_named_raw) {
        limits::set(&[(Resource::Core, 0)])?;
        let _ = kill_process(getpid(), signal);
    }
    process::exit(ended.code().unwrap_or(1))
}

fn leave_as(user: u32, more: CloneFlags) -> Offered {
    let mut flags = more
        | CloneFlags::CLONE_NEWNS
        | CloneFlags::CLONE_NEWNET
        | CloneFlags::CLONE_NEWIPC
        | CloneFlags::CLONE_NEWUTS;
    if !getuid().is_root() {
        flags |= CloneFlags::CLONE_NEWUSER;
    }
    if let Err(error) = unshare_as(user, flags) {
        return Ok(Some(format!("this system gives no namespaces: {error}")));
    }
    // Some systems give namespaces to everybody, and rights over them to few.
    let private = MountPropagationFlags::PRIVATE | MountPropagationFlags::REC;
    let refused = mount_change("/", private).err();
    Ok(refused.map(|error| format!("this system gives no rights over namespaces: {error}")))
}

/// Leaves namespaces. In a user namespace of its own, this process's user has this number, and nobody else is there.
pub fn unshare_as(inside: u32, flags: CloneFlags) -> Result<(), Errno> {
    let (user, group) = (getuid().as_raw(), getgid().as_raw());
    unshare(flags)?;
    if flags.contains(CloneFlags::CLONE_NEWUSER) {
        // Without the maps the user is `nobody` inside, and still counted apart.
        let _ = fs::write("/proc/self/setgroups", "deny");
        let _ = fs::write("/proc/self/gid_map", format!("{group} {group} 1"));
        let _ = fs::write("/proc/self/uid_map", format!("{inside} {user} 1"));
    }
    Ok(())
}

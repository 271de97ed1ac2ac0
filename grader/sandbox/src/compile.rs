//! What a compiler of a learner's code keeps.

use std::path::Path;

use rustix::process::{Signal, set_parent_process_death_signal};

use super::files::{self, Enforced};
use super::layer::{Layer, Locks, Wanted};
use super::missing::Covered;
use super::{Failed, calls, descriptors, limits, namespaces, rights, root};

/// Locks this process for compiling a learner's code: it, and what it starts, may read what the
/// system's linker needs and these folders, write to others of them, and not use the network.
///
/// # Errors
/// Where a lock that the kernel offers can't be put on, or one that is wanted is not offered.
pub fn lock_compiler(readable: &[&Path], writable: &[&Path], wanted: &Wanted) -> Result<Locks, Failed> {
    descriptors::close_inherited()?;
    // This process ends where another goes on in its namespaces, and that one with this.
    set_parent_process_death_signal(Some(Signal::KILL))
        .map_err(|error| format!("cannot end with cargo: {error}"))?;
    let mut locks = Locks::default();
    locks.put_on(wanted, Layer::Namespaces, || match namespaces::leave_for_good()? {
        None => root::change(readable, writable, true).map(|()| None),
        why => Ok(why),
    })?;
    locks.put_on(wanted, Layer::Rights, || rights::give_up(None))?;
    locks.put_on(wanted, Layer::Limits, || limits::set(&limits::COMPILER).map(|()| None))?;
    let mut enforced = Enforced::Nothing;
    locks.put_on(wanted, Layer::Landlock, || {
        enforced = files::allow(readable, writable)?;
        Ok(enforced.why_not())
    })?;
    locks.put_on(wanted, Layer::Seccomp, calls::refuse_to_compilers)?;
    locks.missing = Covered { by: &locks, enforced, uncounted: None }.missing();
    Ok(locks)
}

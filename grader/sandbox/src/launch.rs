//! Locks this process, and turns it into a worker.

use std::ffi::{CStr, CString};
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::path::Path;

use rustix::io::fcntl_dupfd_cloexec;
use rustix::process::{Signal, set_parent_process_death_signal};

use super::files::{self, Enforced};
use super::layer::{Layer, Locks, Wanted};
use super::loader::Loader;
use super::missing::Covered;
use super::rights::{self, Stranger};
use super::{Failed, calls, descriptors, limits, namespaces, root, threads};

/// The worker's file is open under this number or a higher one, which no file can have once the limit
/// on open files holds. So the one call that executes it can't be made again.
const PROGRAM: i32 = 100;

/// Locks this process and turns it into the worker `program`. Standard input is the line to the judge,
/// which is told first what this system has no lock for; with `everything`, that has to be nothing.
///
/// Comes back only where it fails. The judge has been told then, unless the line is cut.
pub fn launch(program: &Path, wanted: &Wanted, everything: bool) -> Failed {
    let failed = match lock(program, wanted) {
        Ok((_, locks)) if everything && !locks.missing.is_empty() => {
            format!("the worker must not run without all locks. Not locked: {}", locks.missing.join("; "))
        }
        Ok((program, locks)) => match say(LOCKED, &locks.lines()) {
            // Whatever is said from here on is the worker's, so this failure is not.
            Ok(()) => return execute(&program),
            Err(error) => return format!("the line to the judge is cut: {error}"),
        },
        Err(failed) => failed,
    };
    // Where the line is cut there is nobody to be told.
    let _ = say(FAILED, &failed);
    failed
}

fn lock(program: &Path, wanted: &Wanted) -> Result<(OwnedFd, Locks), Failed> {
    descriptors::close_inherited()?;
    let opened = File::open(program)
        .and_then(|file| Ok(fcntl_dupfd_cloexec(&file, PROGRAM)?))
        .map_err(|error| format!("cannot open the worker: {error}"))?;
    let locks = lock_around(&opened, wanted)?;
    Ok((opened, locks))
}

fn lock_around(program: &OwnedFd, wanted: &Wanted) -> Result<Locks, Failed> {
    // Both read `/proc`, which is not in the new root folder.
    let (loader, stranger) = (Loader::find()?, Stranger::find());
    let mut locks = Locks::default();
    locks.put_on(wanted, Layer::Namespaces, || match namespaces::leave()? {
        None => root::change(&loader.all(), &[], false).map(|()| None),
        why => Ok(why),
    })?;
    let is_counted_apart = locks.has(Layer::Namespaces);
    locks.put_on(wanted, Layer::Rights, || rights::give_up(stranger))?;
    let mut uncounted = None;
    locks.put_on(wanted, Layer::Limits, || {
        uncounted = threads::bound(stranger, is_counted_apart)?;
        limits::set(&limits::WORKER).map(|()| None)
    })?;
    // After the change of user, which takes it back.
    set_parent_process_death_signal(Some(Signal::KILL))
        .map_err(|error| format!("cannot end with the judge: {error}"))?;
    let mut enforced = Enforced::Nothing;
    locks.put_on(wanted, Layer::Landlock, || {
        enforced = files::allow_start(program.as_fd(), &loader.programs, &loader.files)?;
        Ok(enforced.why_not())
    })?;
    locks.put_on(wanted, Layer::Seccomp, || calls::allow_start(program.as_raw_fd()))?;
    locks.missing = Covered { by: &locks, enforced, uncounted }.missing();
    Ok(locks)
}

/// How the judge reads what is said: a byte for the kind, the length in four, and the text. It is
/// `channel::start` that reads it; this program links nothing that is not needed for locking.
const LOCKED: u8 = 0;
const FAILED: u8 = 1;

fn say(kind: u8, text: &str) -> io::Result<()> {
    let length = u32::try_from(text.len()).unwrap_or_default().to_le_bytes();
    let message = [&[kind], &length[..], text.as_bytes()].concat();
    let written = rustix::io::write(io::stdin(), &message)?;
    if written == message.len() { Ok(()) } else { Err(io::ErrorKind::WriteZero.into()) }
}

fn execute(program: &OwnedFd) -> Failed {
    // A backtrace for each `todo!` would take longer than all the rest.
    let (arguments, environment) = ([c"worker"], [c"RUST_BACKTRACE=0"]);
    let owned = |text: &CStr| -> CString { text.to_owned() };
    match nix::unistd::fexecve(program, &arguments.map(owned), &environment.map(owned)) {
        Err(error) => format!("cannot start the worker: {error}"),
    }
}

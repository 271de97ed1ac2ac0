//! Starting programs so that whatever they start ends with them.
//!
//! On Unix a program leads a process group of its own, and the group is ended. Elsewhere only the
//! program itself is.

use std::io::{self, ErrorKind};
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

/// How often a start is tried, and how much longer is waited before each attempt.
const ATTEMPTS: u32 = 4;
const PAUSE: Duration = Duration::from_millis(200);

/// Starts a program. A machine that is out of processes for the moment is asked again.
///
/// # Errors
/// Where it can't be started.
pub fn start(command: &mut Command) -> io::Result<Child> {
    let mut attempt = 0;
    loop {
        attempt += 1;
        match command.spawn() {
            Err(error) if error.kind() == ErrorKind::WouldBlock && attempt < ATTEMPTS => {
                thread::sleep(PAUSE * attempt);
            }
            started => return started,
        }
    }
}

/// Makes the program that `command` will start the first of a group.
pub fn lead_a_group(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(not(unix))]
    let _ = command;
}

/// Ends a program that leads a group, with everything in the group, and waits for it.
pub fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        // Fails where all have ended.
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    // Both fail only where the process has ended and been waited for.
    let _ = child.kill();
    let _ = child.wait();
}

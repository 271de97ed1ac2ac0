//! Files that whoever started this process had left open.

use std::fs;
use std::os::fd::RawFd;

use nix::errno::Errno;
use nix::unistd;

use super::Failed;

/// Closes everything but the three standard streams.
///
/// Call it before this process opens anything that it wants to keep.
///
/// # Errors
/// Where the open files can't be listed, or one can't be closed.
pub fn close_inherited() -> Result<(), Failed> {
    let listed = fs::read_dir("/proc/self/fd").map_err(|error| format!("cannot list open files: {error}"))?;
    // Collected first: the list is an open file itself, and gone when this loop has ended.
    let open: Vec<RawFd> =
        listed.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    for descriptor in open.into_iter().filter(|descriptor| *descriptor > 2) {
        match unistd::close(descriptor) {
            Ok(()) | Err(Errno::EBADF) => {}
            Err(error) => return Err(format!("cannot close an inherited file: {error}")),
        }
    }
    Ok(())
}

//! A root folder that holds nothing but given files and folders, at the paths that they have outside.

use std::collections::VecDeque;
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Component, Path, PathBuf};

use rustix::fs::{StatVfsMountFlags, statvfs};
use rustix::mount::{MountFlags, UnmountFlags, mount, mount_bind_recursive, mount_remount, unmount};
use rustix::process::pivot_root;

use super::Failed;

/// Where the old root folder is until it is let go.
const OUTSIDE: &str = "/.outside";

/// As many links as the kernel follows in one path.
const MOST_LINKS: usize = 40;

/// Makes a root folder for this process, which has left its namespaces. `readable` can't be written to there.
/// What does not exist is left out.
///
/// With `processes`, there is a `/proc` of this process's namespace, in which programs look up where they lie.
///
/// # Errors
/// Where the system refuses a step.
pub fn change(readable: &[&Path], writable: &[&Path], processes: bool) -> Result<(), Failed> {
    let here = env::current_dir().unwrap_or_else(|_| "/".into());
    let steps = || {
        cover(&here)?;
        let mut shown = Shown::default();
        for path in sorted(readable) {
            shown.bind(&path, false)?;
        }
        for path in sorted(writable) {
            shown.bind(&path, true)?;
        }
        if processes {
            fs::create_dir_all("/proc")?;
            mount("proc", "/proc", "proc", OWN | MountFlags::NOEXEC | MountFlags::RDONLY, None)?;
        }
        unmount(OUTSIDE, UnmountFlags::DETACH)?;
        fs::remove_dir(OUTSIDE)?;
        mount_remount("/", MountFlags::BIND | MountFlags::RDONLY | OWN, c"")?;
        // Where a compiler was started; a worker is nowhere.
        env::set_current_dir(&here).or_else(|_| env::set_current_dir("/"))
    };
    steps().map_err(|error: io::Error| format!("cannot make a root folder: {error}"))
}

/// What the new root folder itself is mounted with.
const OWN: MountFlags = MountFlags::NOSUID.union(MountFlags::NODEV);

/// Makes an empty root folder, in which the old one is [`OUTSIDE`]. It needs a folder to be mounted on for a
/// moment, and `here` is seen again outside.
fn cover(here: &Path) -> io::Result<()> {
    mount("none", here, "tmpfs", OWN, c"size=1m,nr_inodes=4096,mode=755")?;
    env::set_current_dir(here)?;
    fs::create_dir(&OUTSIDE[1..])?;
    pivot_root(".", &OUTSIDE[1..])?;
    env::set_current_dir("/")
}

/// Folders before what is in them.
fn sorted(paths: &[&Path]) -> Vec<PathBuf> {
    let mut sorted: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
    sorted.sort();
    sorted
}

/// What can be seen so far.
#[derive(Debug, Default)]
struct Shown {
    readable: Vec<PathBuf>,
    writable: Vec<PathBuf>,
}

impl Shown {
    fn bind(&mut self, path: &Path, is_writable: bool) -> io::Result<()> {
        if !path.is_absolute() {
            return Ok(());
        }
        if path == Path::new("/") {
            // A process does not see what is mounted over its own root folder.
            let entries: Vec<PathBuf> = fs::read_dir(OUTSIDE)?
                .flatten()
                .map(|entry| Path::new("/").join(entry.file_name()))
                .collect();
            return entries.iter().try_for_each(|entry| self.bind(entry, is_writable));
        }
        let Some(path) = make_way(path)? else { return Ok(()) };
        let covered = |by: &[PathBuf]| by.iter().any(|folder| path.starts_with(folder));
        if covered(&self.writable) || !is_writable && covered(&self.readable) {
            return Ok(());
        }
        mount_bind_recursive(outside(&path), &path)?;
        if is_writable {
            self.writable.push(path);
            return Ok(());
        }
        mount_remount(&path, MountFlags::BIND | MountFlags::RDONLY | flags(&path)?, c"")?;
        self.readable.push(path);
        Ok(())
    }
}

/// Makes the folders and links that lead to `path`, and something to mount on at its end. Returns its path without
/// links; none where there is nothing outside.
///
/// Links are followed here and not by the kernel, to which those that begin at the root lead elsewhere by now.
fn make_way(path: &Path) -> io::Result<Option<PathBuf>> {
    let mut links = 0;
    let mut at = PathBuf::from("/");
    let mut left: VecDeque<OsString> = names(path).collect();
    while let Some(name) = left.pop_front() {
        if name == ".." {
            at.pop();
            continue;
        }
        let next = at.join(name);
        if let Ok(target) = fs::read_link(outside(&next)) {
            links += 1;
            if links > MOST_LINKS {
                return Err(io::ErrorKind::InvalidInput.into());
            }
            if next.symlink_metadata().is_err() {
                symlink(&target, &next)?;
            }
            if target.is_absolute() {
                at = PathBuf::from("/");
            }
            names(&target).rev().for_each(|name| left.push_front(name));
            continue;
        }
        let Ok(there) = outside(&next).symlink_metadata() else { return Ok(None) };
        if !next.exists() {
            if there.is_dir() { fs::create_dir(&next)? } else { File::create(&next).map(drop)? }
        }
        at = next;
    }
    Ok(Some(at))
}

/// The names in a path, with `..` among them.
fn names(path: &Path) -> impl DoubleEndedIterator<Item = OsString> {
    path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_owned()),
        Component::ParentDir => Some("..".into()),
        _ => None,
    })
}

fn outside(path: &Path) -> PathBuf {
    Path::new(OUTSIDE).join(path.strip_prefix("/").unwrap_or(path))
}

/// What a place is mounted with, which whoever is not root may not take back.
fn flags(path: &Path) -> io::Result<MountFlags> {
    let known = [
        (StatVfsMountFlags::NOSUID, MountFlags::NOSUID),
        (StatVfsMountFlags::NODEV, MountFlags::NODEV),
        (StatVfsMountFlags::NOEXEC, MountFlags::NOEXEC),
        (StatVfsMountFlags::NOATIME, MountFlags::NOATIME),
        (StatVfsMountFlags::NODIRATIME, MountFlags::NODIRATIME),
        (StatVfsMountFlags::RELATIME, MountFlags::RELATIME),
    ];
    let has = statvfs(path)?.f_flag;
    Ok(known.into_iter().filter(|(seen, _)| has.contains(*seen)).map(|(_, flag)| flag).collect())
}

//! Folders and files that somebody else may change while they are read.
//!
//! A folder is held by its descriptor, and whatever is in it is opened from there and never through a
//! link. So nothing that is put in its place meanwhile is read, wherever it leads.

use std::ffi::{CStr, CString, OsString};
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;

use rustix::fs::{self, AtFlags, CWD, Dir, FileType, Mode, OFlags};
use rustix::io::Errno;

use super::EntryKind;

/// Opening a pipe does not wait for a writer.
const FLAGS: OFlags = OFlags::RDONLY
    .union(OFlags::NOFOLLOW)
    .union(OFlags::NONBLOCK)
    .union(OFlags::CLOEXEC)
    .union(OFlags::NOCTTY);

/// An open folder.
pub struct Folder(OwnedFd);

/// An entry of a folder.
pub struct Entry {
    /// Its name.
    pub name: OsString,
    /// What it was when the folder was read.
    pub kind: EntryKind,
}

impl Folder {
    /// Opens a folder, unless a link is in its place.
    ///
    /// # Errors
    /// Where it can't be opened, or is no folder.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(fs::openat(CWD, path, FLAGS | OFlags::DIRECTORY, Mode::empty())?))
    }

    /// Opens a folder in this one.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn folder(&self, name: &OsString) -> io::Result<Self> {
        Ok(Self(fs::openat(&self.0, name.as_os_str(), FLAGS | OFlags::DIRECTORY, Mode::empty())?))
    }

    /// Opens a regular file in this folder; none where it is something else by now.
    ///
    /// # Errors
    /// Where it can't be opened.
    pub fn file(&self, name: &OsString) -> io::Result<Option<File>> {
        let opened = fs::openat(&self.0, name.as_os_str(), FLAGS, Mode::empty());
        regular(opened)
    }

    /// What is in this folder, in order of names: not more than `most`, and one more where there are.
    ///
    /// # Errors
    /// Where it can't be read.
    pub fn entries(&self, most: usize) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in Dir::read_from(&self.0)? {
            let entry = entry?;
            let name = entry.file_name();
            if [c".", c".."].contains(&name) {
                continue;
            }
            let kind = self.kind(name, entry.file_type())?;
            entries.push(Entry { name: OsString::from_vec(name.to_bytes().to_vec()), kind });
            if entries.len() > most {
                break;
            }
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    }

    /// What an entry is; `None` where it does not exist.
    ///
    /// # Errors
    /// Where that can't be known.
    pub fn find(&self, name: &OsString) -> io::Result<Option<EntryKind>> {
        let name = CString::new(name.as_bytes())?;
        match self.kind(&name, FileType::Unknown) {
            Ok(kind) => Ok(Some(kind)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn kind(&self, name: &CStr, said: FileType) -> io::Result<EntryKind> {
        let is = match said {
            // Some file systems do not say it in passing.
            FileType::Unknown => {
                FileType::from_raw_mode(fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?.st_mode)
            }
            said => said,
        };
        Ok(match is {
            FileType::Directory => EntryKind::Folder,
            FileType::RegularFile => EntryKind::File,
            FileType::Symlink => EntryKind::Link,
            _ => EntryKind::Other,
        })
    }
}

/// Opens a regular file, unless a link or something else is in its place.
///
/// # Errors
/// Where it can't be opened.
pub fn file(path: &Path) -> io::Result<Option<File>> {
    regular(fs::openat(CWD, path, FLAGS, Mode::empty()))
}

/// What was opened, if it is a regular file: only the descriptor can tell.
fn regular(opened: rustix::io::Result<OwnedFd>) -> io::Result<Option<File>> {
    match opened {
        // For a link, a socket, and a device that is not there.
        Err(Errno::LOOP | Errno::NXIO | Errno::MLINK) => Ok(None),
        opened => {
            let file = File::from(opened?);
            Ok(file.metadata()?.is_file().then_some(file))
        }
    }
}

//! Folders and files where they can't be held by descriptors, as on Windows.
//!
//! Each component is looked at before it is opened, and the file again afterwards. Somebody who puts a
//! link in a file's place just between the two is not noticed here: grade what strangers handed in on
//! Linux or macOS.

use std::ffi::OsString;
use std::fs::{self, File, FileType};
use std::io;
use std::path::{Path, PathBuf};

use super::EntryKind;

/// A folder, by its path.
pub struct Folder(PathBuf);

/// An entry of a folder.
pub struct Entry {
    /// Its name.
    pub name: OsString,
    /// What it was when the folder was read.
    pub kind: EntryKind,
}

impl Folder {
    /// Takes a folder, unless a link is in its place.
    ///
    /// # Errors
    /// Where it is no folder.
    pub fn open(path: &Path) -> io::Result<Self> {
        match fs::symlink_metadata(path)?.is_dir() {
            true => Ok(Self(path.to_owned())),
            false => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    /// Takes a folder in this one.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn folder(&self, name: &OsString) -> io::Result<Self> {
        Self::open(&self.0.join(name))
    }

    /// Opens a regular file in this folder; none where it is something else by now.
    ///
    /// # Errors
    /// Where it can't be opened.
    pub fn file(&self, name: &OsString) -> io::Result<Option<File>> {
        file(&self.0.join(name))
    }

    /// What is in this folder, in order of names: not more than `most`, and one more where there are.
    ///
    /// # Errors
    /// Where it can't be read.
    pub fn entries(&self, most: usize) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(&self.0)?.take(most.saturating_add(1)) {
            let entry = entry?;
            entries.push(Entry { name: entry.file_name(), kind: kind(entry.file_type()?) });
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    }

    /// What an entry is; `None` where it does not exist.
    ///
    /// # Errors
    /// Where that can't be known.
    pub fn find(&self, name: &OsString) -> io::Result<Option<EntryKind>> {
        match fs::symlink_metadata(self.0.join(name)) {
            Ok(found) => Ok(Some(kind(found.file_type()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Opens a regular file, unless a link or something else is in its place.
///
/// # Errors
/// Where it can't be opened.
pub fn file(path: &Path) -> io::Result<Option<File>> {
    if kind(fs::symlink_metadata(path)?.file_type()) != EntryKind::File {
        return Ok(None);
    }
    let file = File::open(path)?;
    Ok(file.metadata()?.is_file().then_some(file))
}

fn kind(found: FileType) -> EntryKind {
    if found.is_symlink() {
        EntryKind::Link
    } else if found.is_dir() {
        EntryKind::Folder
    } else if found.is_file() {
        EntryKind::File
    } else {
        EntryKind::Other
    }
}

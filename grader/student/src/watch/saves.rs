//! Whether a learner's file has changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::mirror::files;

/// The sources in a folder, as they were when somebody last looked.
///
/// They are read again and again, which takes a fraction of a millisecond for a lesson's few files. Nothing
/// else tells of changes on every file system: not on network shares, nor in containers and virtual machines.
/// What counts is content: editors write files beside the one that is saved.
pub struct Saves {
    folder: PathBuf,
    seen: BTreeMap<String, Vec<u8>>,
}

impl Saves {
    /// The sources as they are now.
    pub fn of(folder: PathBuf) -> Self {
        let mut saves = Self { folder, seen: BTreeMap::new() };
        saves.look();
        saves
    }

    /// Whether anything has changed since the last look.
    pub fn look(&mut self) -> bool {
        // What can't be read in this moment is about to be replaced.
        let names = files(&self.folder).unwrap_or_default();
        let found = names.into_iter().filter(|name| name.ends_with(".rs")).filter_map(|name| {
            let content = fs::read(self.folder.join(&name)).ok()?;
            Some((name, content))
        });
        let found: BTreeMap<String, Vec<u8>> = found.collect();
        let has_changed = found != self.seen;
        self.seen = found;
        has_changed
    }
}

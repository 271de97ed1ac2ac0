//! Whether a learner's file has changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::Sender;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Event;
use crate::mirror::files;

/// The sources in a folder, and something that tells when to look at them.
///
/// What counts is their content: editors write files beside the one that is saved, and cargo's reading
/// is told of, too.
pub struct Saves {
    folder: PathBuf,
    seen: BTreeMap<String, Vec<u8>>,
    // Tells for as long as it is there. Where there is none, looking now and then has to do.
    _watcher: Option<RecommendedWatcher>,
}

impl Saves {
    /// The sources as they are now; of changes `tell` is told.
    pub fn of(folder: PathBuf, tell: Sender<Event>) -> Self {
        let told = move |event: notify::Result<notify::Event>| {
            let is_reading = event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_)));
            if !is_reading {
                // Fails only where nobody listens any more.
                let _ = tell.send(Event::Changed);
            }
        };
        // The folder, not its files: many editors put a new file into the old one's place.
        let watcher = notify::recommended_watcher(told).and_then(|mut watcher| {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
            Ok(watcher)
        });
        let mut saves = Self { folder, seen: BTreeMap::new(), _watcher: watcher.ok() };
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

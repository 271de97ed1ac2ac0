//! When the grader's sources were last changed.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// What programs are built from, beside their manifests.
const KINDS: [&str; 4] = ["rs", "toml", "html", "css"];

/// What in the grader's folder no learner's command is built from.
const OTHERS: [&str; 2] = ["instructor", "stubs"];

/// When a file was last written; long ago, where there is none.
pub fn time_of(file: &Path) -> SystemTime {
    let time = fs::metadata(file).and_then(|found| found.modified());
    time.unwrap_or(SystemTime::UNIX_EPOCH)
}

/// When the newest of the sources was last written.
pub fn newest(root: &Path) -> SystemTime {
    let mut newest = ["Cargo.toml", "Cargo.lock"].map(|name| time_of(&root.join(name))).into_iter().max();
    let mut open = vec![root.join("grader")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if !OTHERS.iter().any(|other| entry.file_name() == *other) {
                    open.push(path);
                }
            } else if path.extension().is_some_and(|kind| KINDS.iter().any(|known| kind == *known)) {
                newest = newest.max(entry.metadata().and_then(|found| found.modified()).ok());
            }
        }
    }
    newest.unwrap_or(SystemTime::UNIX_EPOCH)
}

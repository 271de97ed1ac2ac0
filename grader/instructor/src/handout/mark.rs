//! The list of files that a handout wrote, which lies in its folder: what is not in it is not ours.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path};

use anyhow::{Context, Result, bail, ensure};

use student::atomic_write;

/// The list's name in a handout's folder. It is in no archive.
pub const MARK: &str = ".handout";

const HEAD: &str = "# Written by `cargo make handout`: its files and their SHA-256. It replaces and removes these \
                    while they are\n# as listed, and nothing else. Keep this file with them.\n";

/// What each file was handed out as; more than once where somebody keeps a file of their own instead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark(pub BTreeMap<String, BTreeSet<String>>);

impl Mark {
    /// The list in a folder, if there is one.
    ///
    /// # Errors
    /// Where it can't be read, or is none: before lists, a handout was marked with one sentence.
    pub fn read(folder: &Path) -> Result<Option<Self>> {
        let path = folder.join(MARK);
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            text => text.with_context(|| format!("cannot read {}", path.display()))?,
        };
        let mut mark = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let entry = line.split_once("  ").filter(|(digest, name)| is_digest(digest) && is_inside(name));
            let Some((digest, name)) = entry else {
                bail!(
                    "`{}` does not list the files of its handout: `{line}`\n\
                     hint: hand out into a new folder, and copy the files there over this one's",
                    path.display()
                );
            };
            mark.add(name, digest.to_owned());
        }
        ensure!(!mark.0.is_empty(), "`{}` lists no files\nhint: hand out into a new folder", path.display());
        Ok(Some(mark))
    }

    /// Writes the list atomically.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let lines =
            self.0.iter().flat_map(|(name, digests)| digests.iter().map(move |it| format!("{it}  {name}\n")));
        atomic_write::write(&folder.join(MARK), (HEAD.to_owned() + &lines.collect::<String>()).as_bytes())
    }

    /// Notes that a file is handed out like this.
    pub fn add(&mut self, name: &str, digest: String) {
        self.0.entry(name.to_owned()).or_default().insert(digest);
    }

    /// Whether a file was handed out like this.
    pub fn has(&self, name: &str, digest: &str) -> bool {
        self.0.get(name).is_some_and(|digests| digests.contains(digest))
    }
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a name stays within the folder, and out of git's.
fn is_inside(name: &str) -> bool {
    let mut parts = Path::new(name).components().peekable();
    parts.peek().is_some_and(|first| first.as_os_str() != ".git")
        && parts.all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::sha256;

    #[test]
    fn a_list_names_files_of_its_folder_or_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(Mark::read(folder.path()).expect("none there"), None);
        let mut mark = Mark::default();
        mark.add("src/lib.rs", sha256(b"a"));
        mark.add("src/lib.rs", sha256(b"b"));
        mark.write(folder.path()).expect("written");
        assert_eq!(Mark::read(folder.path()).expect("read"), Some(mark));
        let line = |name: &str| format!("{}  {name}\n", sha256(b""));
        for bad in [line("../x"), line("/x"), line(".git/config"), "Written by hand.\n".into(), String::new()]
        {
            fs::write(folder.path().join(MARK), &bad).expect("written");
            assert!(Mark::read(folder.path()).is_err(), "{bad}");
        }
    }
}

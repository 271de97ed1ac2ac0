//! A handout written over an earlier one, in a folder that somebody may have been at work in.
//!
//! Only files that are as an earlier handout left them are replaced or removed. Killed at any point, it can
//! be run again: before any file is written, the list says what it may be.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

use super::Files;
use super::mark::Mark;
use crate::digest::sha256;
use student::atomic_write;

/// What came of writing a handout into a folder.
#[derive(Debug, Default)]
pub struct Renewed {
    /// Files that were not there or had an older text.
    pub written: Vec<String>,
    /// Files that are handed out no more.
    pub removed: Vec<String>,
    /// Files that somebody else changed or put there, and that were left as they are.
    pub kept: Vec<Kept>,
}

/// A file that is handed out, and is another one in the folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its path in the folder.
    pub name: String,
    /// Whether what is handed out has changed since somebody had the choice.
    pub is_news: bool,
}

/// What is at a file's place.
enum Found {
    Nothing,
    /// A file of this digest.
    File(String),
    /// A folder, or a link somewhere.
    Other,
}

/// Writes a handout, and its list.
///
/// # Errors
/// Where something can't be read, written or removed; running it again then goes on.
pub fn renew(files: &Files, folder: &Path, earlier: &Mark) -> Result<Renewed> {
    let mut done = Renewed::default();
    let (mut during, mut after) = (earlier.clone(), Mark::default());
    for (name, content) in files {
        let new = sha256(content);
        let is_news = !earlier.has(name, &new);
        match look(folder, name)? {
            Found::File(old) if old == new => {}
            Found::Nothing => done.written.push(name.clone()),
            Found::File(old) if earlier.has(name, &old) => done.written.push(name.clone()),
            Found::File(_) | Found::Other => {
                done.kept.push(Kept { name: name.clone(), is_news });
                after.0.insert(name.clone(), earlier.0.get(name).cloned().unwrap_or_default());
                after.add(name, new);
                continue;
            }
        }
        during.add(name, new.clone());
        after.add(name, new);
    }
    for name in earlier.0.keys().filter(|name| !files.contains_key(*name)) {
        match look(folder, name)? {
            Found::Nothing => {}
            Found::File(old) if earlier.has(name, &old) => done.removed.push(name.clone()),
            Found::File(_) | Found::Other => done.kept.push(Kept { name: name.clone(), is_news: true }),
        }
    }
    during.write(folder)?;
    for name in &done.written {
        atomic_write::write(&folder.join(name), &files[name])?;
    }
    for name in &done.removed {
        fs::remove_file(folder.join(name)).with_context(|| format!("cannot remove {name}"))?;
        // A folder with something in it stays, which is what the error says.
        for empty in Path::new(name).ancestors().skip(1).filter(|empty| !empty.as_os_str().is_empty()) {
            let _ = fs::remove_dir(folder.join(empty));
        }
    }
    after.write(folder)?;
    Ok(done)
}

fn look(folder: &Path, name: &str) -> Result<Found> {
    let mut place = folder.to_owned();
    for part in Path::new(name) {
        place.push(part);
        match fs::symlink_metadata(&place) {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound) => return Ok(Found::Nothing),
            found => {
                let found = found.with_context(|| format!("cannot read {}", place.display()))?;
                let is_whole = place == folder.join(name);
                if found.is_symlink() || found.is_dir() == is_whole {
                    return Ok(Found::Other);
                }
            }
        }
    }
    let content = fs::read(&place).with_context(|| format!("cannot read {}", place.display()))?;
    Ok(Found::File(sha256(&content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(texts: &[(&str, &str)]) -> Files {
        texts.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn again(files: &Files, folder: &Path) -> Renewed {
        let earlier = Mark::read(folder).expect("a list or none").unwrap_or_default();
        renew(files, folder, &earlier).expect("written")
    }

    #[test]
    fn what_somebody_changed_or_added_stays() {
        let place = tempfile::tempdir().expect("a folder");
        let at = |name: &str| place.path().join(name);
        again(
            &files(&[("README.md", "1"), ("old/gone.rs", "1"), ("old/mine.rs", "1"), ("a.rs", "1")]),
            place.path(),
        );
        for (name, text) in [("README.md", "mine"), ("old/mine.rs", "mine"), ("b.rs", "mine")] {
            fs::write(at(name), text).expect("written");
        }
        let second = files(&[("README.md", "2"), ("a.rs", "2"), ("b.rs", "2")]);
        let done = again(&second, place.path());
        assert_eq!(
            (&done.written[..], &done.removed[..]),
            (&["a.rs".into()][..], &["old/gone.rs".into()][..])
        );
        let kept = |name: &str, is_news| Kept { name: name.into(), is_news };
        assert_eq!(done.kept, [kept("README.md", true), kept("b.rs", true), kept("old/mine.rs", true)]);
        for name in ["README.md", "b.rs", "old/mine.rs"] {
            assert_eq!(fs::read_to_string(at(name)).expect("there"), "mine", "{name}");
        }
        // Nothing new is offered, so nothing is to be decided.
        let done = again(&second, place.path());
        assert_eq!(done.kept, [kept("README.md", false), kept("b.rs", false)]);
        // Whoever takes the text that was offered goes along again.
        fs::write(at("README.md"), "2").expect("written");
        again(&second, place.path());
        let done = again(&files(&[("README.md", "3"), ("a.rs", "2"), ("b.rs", "2")]), place.path());
        assert_eq!(done.written, ["README.md"]);
    }

    #[test]
    fn a_run_that_was_killed_is_taken_up() {
        let place = tempfile::tempdir().expect("a folder");
        again(&files(&[("a.rs", "1"), ("z.rs", "1")]), place.path());
        // A folder where a file is to go stops the second handout halfway.
        let second = files(&[("a.rs", "2"), ("m/x.rs", "2"), ("z.rs", "2")]);
        let earlier = Mark::read(place.path()).expect("read").expect("there");
        fs::write(place.path().join("m"), "in the way").expect("written");
        assert_eq!(renew(&second, place.path(), &earlier).expect("kept").kept.len(), 1);
        fs::remove_file(place.path().join("m")).expect("removed");
        // As if killed after the first file: the list from before the run and a half-written folder.
        let mut during = earlier;
        second.iter().for_each(|(name, content)| during.add(name, sha256(content)));
        during.write(place.path()).expect("written");
        fs::write(place.path().join("z.rs"), "1").expect("written");
        let done = again(&files(&[("a.rs", "3"), ("m/x.rs", "3"), ("z.rs", "3")]), place.path());
        assert_eq!((done.written.len(), done.kept.len()), (3, 0));
    }
}

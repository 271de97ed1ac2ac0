//! Copies of folders in which only what differs is written, so that cargo sees no change where
//! there is none.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Makes a folder equal to another, but for the paths in `own`, which are left as they are.
///
/// # Errors
/// Where something can't be read, written or removed.
pub fn mirror(from: &Path, to: &Path, own: &[PathBuf]) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let copy = entry?;
        if from.join(copy.file_name()).exists() || own.contains(&copy.path()) {
            continue;
        } else if copy.file_type()?.is_dir() {
            fs::remove_dir_all(copy.path())?;
        } else {
            fs::remove_file(copy.path())?;
        }
    }
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let source = entry?;
        let copy = to.join(source.file_name());
        if source.file_type()?.is_dir() {
            mirror(&source.path(), &copy, own)?;
        } else if !own.contains(&copy) {
            write_if_changed(&copy, &fs::read(source.path())?)?;
        }
    }
    Ok(())
}

/// Makes a folder within another hold just these files, by their paths in the other, but for the paths in `own`,
/// which are left as they are.
///
/// # Errors
/// Where something can't be read, written or removed.
pub fn unfold(texts: &BTreeMap<String, String>, to: &Path, within: &str, own: &[PathBuf]) -> Result<()> {
    for name in files(&to.join(within))?.into_iter().map(|name| format!("{within}/{name}")) {
        if !texts.contains_key(&name) && !own.contains(&to.join(&name)) {
            fs::remove_file(to.join(&name))?;
        }
    }
    for (name, text) in texts.iter().filter(|(name, _)| !own.contains(&to.join(name))) {
        write_if_changed(&to.join(name), text.as_bytes())?;
    }
    Ok(())
}

/// Makes a folder anew as a copy of another, with the times of its files, by which cargo goes.
///
/// # Errors
/// Where something can't be read, written or removed.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    let copy = || {
        let _ = fs::remove_dir_all(to); // It need not be there.
        clone_inner(from, to)
    };
    copy().with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))
}

fn clone_inner(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            clone_inner(&entry.path(), &copy)?;
        } else {
            fs::copy(entry.path(), &copy)?;
            File::options().append(true).open(&copy)?.set_modified(entry.metadata()?.modified()?)?;
        }
    }
    Ok(())
}

/// Writes a file unless it holds just that already.
///
/// # Errors
/// Where it can't be written.
pub fn write_if_changed(path: &Path, content: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|found| found == content) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, content))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// The files below a folder, as paths in it with `/`, in order; none where there is no folder.
///
/// # Errors
/// Where a folder can't be read.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let name = |path: PathBuf| path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
    let mut names: Vec<String> = walk(folder)?.into_iter().map(name).collect();
    names.sort();
    Ok(names)
}

/// The files below a folder, as paths in it; none where there is no folder. No link is followed.
///
/// # Errors
/// Where a folder can't be read.
pub fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(within) = open.pop() {
        let place = folder.join(&within);
        let entries = match fs::read_dir(&place) {
            Err(error) if within.as_os_str().is_empty() && error.kind() == io::ErrorKind::NotFound => break,
            entries => entries.with_context(|| format!("cannot read {}", place.display()))?,
        };
        for entry in entries {
            let entry = entry?;
            let path = within.join(entry.file_name());
            match entry.file_type()?.is_dir() {
                true => open.push(path),
                false => found.push(path),
            }
        }
    }
    Ok(found)
}

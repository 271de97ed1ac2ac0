//! Atomic file writes: a temporary file in the same folder, renamed over the target.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use tempfile::Builder;

/// How the name of a file begins that is still being written.
const UNFINISHED: &str = ".unfinished-";

/// Removes what was being written below a folder when a run was killed.
///
/// # Errors
/// Where something can't be read or removed.
pub fn tidy(folder: &Path) -> Result<()> {
    for name in crate::mirror::files(folder)? {
        if name.rsplit('/').next().is_some_and(|file| file.starts_with(UNFINISHED)) {
            fs::remove_file(folder.join(&name)).with_context(|| format!("cannot remove {name}"))?;
        }
    }
    Ok(())
}

/// Writes a file, in place of one that may be there; its folder is made where there is none.
///
/// A pipe or a device is written to: a file in its place would be no use to who reads it.
///
/// # Errors
/// Where it can't be written.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    if path.exists() && !path.is_file() {
        return fs::write(path, content).with_context(|| cannot(path));
    }
    make(path, |file| Ok(file.write_all(content)?))
}

/// As [`write()`], of what `fill` writes.
///
/// # Errors
/// What `fill` meets, and where the file can't be written.
pub fn make(path: &Path, fill: impl FnOnce(&mut File) -> Result<()>) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let whole = || {
        fs::create_dir_all(folder)?;
        let mut builder = Builder::new();
        builder.prefix(UNFINISHED);
        // As any new file: others may read it, as far as this user's mask lets them.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        fill(file.as_file_mut())?;
        // Otherwise the power can fail when the name is on the disk and what it stands for is not.
        file.as_file().sync_data()?;
        file.persist(path)?;
        Ok::<(), anyhow::Error>(())
    };
    whole().with_context(|| cannot(path))
}

fn cannot(path: &Path) -> String {
    format!("cannot write {}\nhint: is the folder writable, and the disk not full?", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_could_not_be_filled_leaves_the_old_one_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("inner/grades.csv");
        write(&path, b"old").expect("written");
        let failed = make(&path, |file| {
            file.write_all(b"half")?;
            anyhow::bail!("the disk is full")
        });
        let message = format!("{:#}", failed.expect_err("not filled"));
        assert!(message.contains("grades.csv") && message.ends_with("the disk is full"), "{message}");
        assert_eq!(fs::read(&path).expect("there"), b"old");
        assert_eq!(fs::read_dir(folder.path().join("inner")).expect("there").count(), 1);
    }

    #[test]
    #[cfg(unix)]
    fn others_may_read_it_as_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let (ours, usual) = (folder.path().join("ours"), folder.path().join("usual"));
        write(&ours, b"").and_then(|()| Ok(fs::write(&usual, b"")?)).expect("written");
        let mode = |path| fs::metadata(path).expect("there").permissions().mode();
        assert_eq!(mode(ours), mode(usual));
    }
}

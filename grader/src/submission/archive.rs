//! The files of a .zip, without trusting it: only files that a submission may hold are unpacked, to
//! where they say, if that is inside, and only as much of each as could count.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use zip::ZipArchive;
use zip::result::ZipError;

use super::{LARGEST, is_of_interest};
use crate::rubric::Exercise;

/// More entries than a submission has, and less than would take long.
const MOST_ENTRIES: usize = 20_000;

/// Unpacks the exercises' files, and those that would be named as left out.
///
/// # Errors
/// Where it is damaged, encrypted, or no archive.
pub fn unpack(path: &Path, exercises: &[Exercise]) -> Result<TempDir> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    let file = File::open(path).with_context(|| format!("cannot open {name}"))?;
    let mut archive = ZipArchive::new(file).with_context(|| format!("{name} is damaged, or no .zip"))?;
    if archive.len() > MOST_ENTRIES {
        bail!("{name} has {} entries\nhint: hand in the exercises' files only", archive.len());
    }
    for index in 0..archive.len() {
        let mut entry = match archive.by_index(index) {
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                bail!("{name} is encrypted\nhint: hand in one without a password");
            }
            entry => entry.with_context(|| format!("{name} is damaged"))?,
        };
        // None for what would climb out of the folder.
        let Some(place) = entry.enclosed_name() else { continue };
        let wanted = place.file_name().and_then(|file| file.to_str());
        if entry.is_dir() || !wanted.is_some_and(|file| is_of_interest(file, exercises)) {
            continue;
        }
        let to = folder.path().join(&place);
        if entry.is_symlink() {
            link(&to)?;
            continue;
        }
        fs::create_dir_all(to.parent().unwrap_or(folder.path()))
            .and_then(|()| File::create(&to))
            .and_then(|mut to| io::copy(&mut entry.by_ref().take(LARGEST + 1), &mut to))
            .with_context(|| format!("{name} is damaged at {}", place.display()))?;
    }
    Ok(folder)
}

/// Something that is a link, for the report; where it leads to does not matter.
fn link(at: &Path) -> io::Result<()> {
    fs::create_dir_all(at.parent().unwrap_or(at))?;
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", at)?;
    Ok(())
}

//! A folder as a .zip: the same folder gives the same bytes.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Files;

/// The folder that it unpacks into.
const TOP: &str = "activations";

/// Packs files as they stand in a folder.
///
/// # Errors
/// Where one of them can't be read, or the archive not be written.
pub fn archive(files: &Files, folder: &Path, to: File) -> Result<()> {
    let mut zip = ZipWriter::new(to);
    for name in files.keys() {
        let path = folder.join(name);
        let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(permissions(&path)?);
        zip.start_file(format!("{TOP}/{name}"), options)?;
        zip.write_all(&content)?;
    }
    zip.finish()?;
    Ok(())
}

/// What others may do with a file, whatever this user's habit of giving rights is.
#[cfg(unix)]
fn permissions(path: &Path) -> Result<u32> {
    use std::os::unix::fs::PermissionsExt;
    let is_program = fs::metadata(path)?.permissions().mode() & 0o111 != 0;
    Ok(if is_program { 0o755 } else { 0o644 })
}

#[cfg(not(unix))]
fn permissions(_: &Path) -> Result<u32> {
    Ok(0o644)
}

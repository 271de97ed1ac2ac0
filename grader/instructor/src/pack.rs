//! Files as a .zip: the same files give the same bytes, on any system.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What goes into an archive: the name there, and the file.
pub type Packing = BTreeMap<String, PathBuf>;

/// Packs files; those that are scripts can be run where they are unpacked.
///
/// # Errors
/// Where one of them can't be read, or the archive not be written.
pub fn pack(files: &Packing, to: &mut File) -> Result<()> {
    let mut zip = ZipWriter::new(to);
    for (name, path) in files {
        let content = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(if content.starts_with(b"#!") { 0o755 } else { 0o644 });
        zip.start_file(name, options)?;
        zip.write_all(&content)?;
    }
    zip.finish()?;
    Ok(())
}

//! Files as a .zip: the same files give the same bytes, on any system.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// What goes into an archive: the name there, and the content.
pub type Packing = BTreeMap<String, Vec<u8>>;

/// Packs files; those that are scripts can be run where they are unpacked.
///
/// # Errors
/// Where the archive can't be written.
pub fn pack(files: &Packing, to: &mut File) -> Result<()> {
    let mut zip = ZipWriter::new(to);
    for (name, content) in files {
        // Compressed where the crate is built for it, as an instructor's is.
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .unix_permissions(if content.starts_with(b"#!") { 0o755 } else { 0o644 });
        zip.start_file(name, options)?;
        zip.write_all(content)?;
    }
    zip.finish()?;
    Ok(())
}

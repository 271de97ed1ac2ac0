//! Files as a .zip: the same files give the same bytes, on any system.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};

use anyhow::Result;
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchiveWriter, crc32};

/// What goes into an archive: the name there, and the content.
pub type Packing = BTreeMap<String, Vec<u8>>;

/// When every file was last changed, by the archive: what it can tell begins here.
const EARLIEST: UtcDateTime = UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0).unwrap();

/// Packs files; those that are scripts can be run where they are unpacked.
///
/// # Errors
/// Where the archive can't be written.
pub fn pack(files: &Packing, to: &mut File) -> Result<()> {
    let mut zip = ZipArchiveWriter::new(to);
    for (name, content) in files {
        let entry = zip.new_file(name).last_modified(EARLIEST).compression_method(METHOD);
        let (mut entry, _) =
            entry.unix_permissions(if content.starts_with(b"#!") { 0o755 } else { 0o644 }).start()?;
        encode(content, &mut entry)?;
        entry.finish(DataDescriptorOutput::new(crc32(content), content.len() as u64))?;
    }
    zip.finish()?;
    Ok(())
}

/// What an instructor packs may be large, and is compressed.
#[cfg(feature = "deflate")]
const METHOD: CompressionMethod = CompressionMethod::DEFLATE;
#[cfg(not(feature = "deflate"))]
const METHOD: CompressionMethod = CompressionMethod::STORE;

#[cfg(feature = "deflate")]
fn encode(content: &[u8], to: &mut impl Write) -> io::Result<()> {
    let mut encoder = flate2::write::DeflateEncoder::new(to, flate2::Compression::default());
    encoder.write_all(content)?;
    encoder.finish().map(|_| ())
}

#[cfg(not(feature = "deflate"))]
fn encode(content: &[u8], to: &mut impl Write) -> io::Result<()> {
    to.write_all(content)
}

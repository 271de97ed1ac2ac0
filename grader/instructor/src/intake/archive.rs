//! Archives, without trusting them: nothing is unpacked to disk, and of what is in them only files that
//! may count are read.

use std::io::{self, Cursor, Read};

use flate2::read::MultiGzDecoder;
use student::submission::{left, read_at_most};
use tar::{Archive, EntryType, PaxExtensions};
use zip::ZipArchive;
use zip::result::ZipError;

use super::bounds::{DEEPEST, LARGEST_INNER, Metered};
use super::finder::{Finder, Source};
use super::kind::{self, Content, Format};

/// Longest path that is read from a .tar, in bytes.
const LONGEST_PATH: u64 = 4096;

/// Looks through an archive, which lies in `nested` others.
///
/// # Errors
/// Says why it can't be opened.
pub fn open(
    finder: &mut Finder,
    format: Format,
    source: Box<dyn Source>,
    at: &str,
    nested: usize,
) -> Result<(), String> {
    let budget = finder.budget.clone();
    let reader = Metered::new(source, &budget);
    match format {
        Format::Zip => zip(finder, reader, at, nested),
        Format::Tar => tar(finder, reader, at, nested),
        Format::TarGz => {
            tar(finder, Metered::new(MultiGzDecoder::new(io::BufReader::new(reader)), &budget), at, nested)
        }
    }
}

fn zip(finder: &mut Finder, reader: Metered<Box<dyn Source>>, at: &str, nested: usize) -> Result<(), String> {
    let budget = finder.budget.clone();
    let why = |error: &ZipError| match budget.is_used_up() {
        Some(why) => format!("not looked through: {why}"),
        None => unzippable(error),
    };
    let list = budget.list(|| ZipArchive::new(io::BufReader::new(reader)));
    let mut archive = list.map_err(|error| why(&error))?;
    for index in 0..archive.len() {
        if let Err(why) = budget.entry() {
            finder.stop(at, why);
            break;
        }
        let name = match archive.name_for_index(index) {
            Some(Ok(name)) => name.into_owned(),
            _ => continue,
        };
        let Some(place) = place(finder, at, &name) else { continue };
        if name.ends_with(['/', '\\']) || !finder.is_of_interest(&place) {
            continue;
        }
        match archive.by_index(index) {
            Ok(entry) if entry.is_symlink() => finder.left.add(&place, left::LINK),
            Ok(entry) => take(finder, &place, Metered::new(entry, &budget), nested),
            Err(error) => finder.left.add(&place, &why(&error)),
        }
    }
    Ok(())
}

fn tar(finder: &mut Finder, reader: impl Read, at: &str, nested: usize) -> Result<(), String> {
    let budget = finder.budget.clone();
    let damaged = |error: io::Error| match budget.is_used_up() {
        Some(why) => format!("not looked through: {why}"),
        None => format!("damaged, or no .tar ({error})"),
    };
    let mut archive = Archive::new(reader);
    let mut named: Option<String> = None;
    // Raw, because long names would otherwise be read into memory, however long they claim to be.
    for entry in archive.entries().map_err(damaged)?.raw(true) {
        let mut entry = entry.map_err(damaged)?;
        budget.entry()?;
        let is = entry.header().entry_type();
        match is {
            EntryType::GNULongName | EntryType::XHeader => {
                let content = read_at_most(&mut entry, LONGEST_PATH).map_err(damaged)?.unwrap_or_default();
                named = if is == EntryType::XHeader { pax_path(&content) } else { Some(text(&content)) };
                continue;
            }
            EntryType::GNULongLink | EntryType::XGlobalHeader => continue,
            _ => {}
        }
        let name = named.take().unwrap_or_else(|| text(&entry.path_bytes()));
        let Some(place) = place(finder, at, &name) else { continue };
        match is {
            EntryType::Regular | EntryType::Continuous if !name.ends_with('/') => {
                if finder.is_of_interest(&place) {
                    take(finder, &place, entry, nested);
                }
            }
            EntryType::Symlink | EntryType::Link => finder.left.add(&place, left::LINK),
            EntryType::Directory | EntryType::Regular | EntryType::Continuous => {}
            _ => finder.left.add(&place, left::NOT_REGULAR),
        }
    }
    Ok(())
}

/// Reads an entry for what its name says it is.
fn take(finder: &mut Finder, place: &str, mut entry: impl Read, nested: usize) {
    let Content::Archive(format) = kind::content("", place.rsplit('/').next().unwrap_or(place)) else {
        return finder.rust(place, entry);
    };
    let why = match read_at_most(&mut entry, LARGEST_INNER) {
        Ok(Some(inner)) => finder.archive(format, Box::new(Cursor::new(inner)), place, nested + 1).err(),
        Ok(None) => Some("an archive in an archive, and a large one: hand in the files".to_owned()),
        Err(error) => Some(left::unreadable(&error)),
    };
    if let Some(why) = why {
        finder.left.add(place, &why);
    }
}

/// Where an entry lies in the submission; none where nothing there counts.
fn place(finder: &mut Finder, at: &str, name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split(['/', '\\']).filter(|part| ![".", ""].contains(part)).collect();
    let (file, folders) = parts.split_last()?;
    if folders.iter().any(|folder| kind::is_skipped(folder)) || kind::is_shadow(file) {
        return None;
    }
    let place = match at {
        "" => parts.join("/"),
        at => format!("{at}/{}", parts.join("/")),
    };
    let has_drive = parts[0].ends_with(':');
    if name.starts_with(['/', '\\']) || has_drive || folders.contains(&"..") || *file == ".." {
        finder.left.add(&place, "its path leads out of the archive");
        return None;
    }
    if folders.len() >= DEEPEST {
        finder.left.add(&place, left::TOO_DEEP);
        return None;
    }
    Some(place)
}

fn unzippable(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => "encrypted".to_owned(),
        ZipError::CompressionMethodNotSupported(_) => "packed in a way that is not known here".to_owned(),
        error => format!("damaged, or no .zip ({error})"),
    }
}

fn pax_path(content: &[u8]) -> Option<String> {
    let mut entries = PaxExtensions::new(content).flatten();
    entries.find(|entry| entry.key_bytes() == b"path").map(|entry| text(entry.value_bytes()))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end_matches('\0').to_owned()
}

//! Archives and folders that are made to hurt whoever opens them.

use std::fs;
use std::io::{Cursor, Write};
use std::time::Duration;

use instructor::intake::{self, Bounds};
use student::submission::{Submission, left_out};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{rubric, with_body};

/// Much less than usual, so that a test of a bound takes little time.
const SMALL: Bounds =
    Bounds { entries: 2000, bytes: 20 << 20, kept: 4 << 20, time: Duration::from_secs(120) };

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).expect("started");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("finished").into_inner()
}

/// An archive whose list names the content of one entry so many times, each under another name.
fn overlapping(content: &[u8], times: usize) -> Vec<u8> {
    let zip = zip(&[("00000/relu.rs", content)]);
    let end = zip.len() - 22; // Where an archive without a comment has its end record.
    let word = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().expect("four bytes")) as usize;
    let (size, start) = (word(end + 12), word(end + 16));
    let mut made = zip[..start].to_vec();
    for number in 0..times {
        let mut entry = zip[start..start + size].to_vec();
        entry[46..51].copy_from_slice(format!("{number:05}").as_bytes()); // Where its name begins.
        made.append(&mut entry);
    }
    let count = u16::try_from(times).expect("no more than an end record can say").to_le_bytes();
    let mut record = zip[end..].to_vec();
    record[8..10].copy_from_slice(&count);
    record[10..12].copy_from_slice(&count);
    record[12..16].copy_from_slice(&u32::try_from(size * times).expect("a small list").to_le_bytes());
    made.append(&mut record);
    made
}

/// What is found in an archive, within small bounds and at most a few seconds.
pub fn look(archive: &[u8]) -> Result<Submission, String> {
    look_within(archive, SMALL)
}

fn look_within(archive: &[u8], bounds: Bounds) -> Result<Submission, String> {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join(if archive.starts_with(b"\x1f\x8b") { "hw.tar.gz" } else { "hw.zip" });
    fs::write(&path, archive).expect("written");
    let read = intake::read_within(&[path], &rubric().exercises, bounds);
    assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1, "something was unpacked");
    read.map_err(|error| format!("{error:#}"))
}

/// What is left out of an archive in which nothing is found.
pub fn left(archive: &[u8]) -> String {
    let read = look(archive).expect("it opens");
    assert!(read.files.is_empty(), "{:?}", read.files.keys());
    left_out(&read.ignored).join("\n")
}

#[test]
fn an_archive_costs_no_more_than_what_is_looked_at() {
    // Overlapping entries: a small file that would fill the disk.
    let said = left(&overlapping(&[b'/'; 2 << 20], 1900));
    assert!(said.contains("there is too much to unpack"), "{said}");
    // A bomb behind an exercise's name, and one behind an inner archive's.
    assert!(left(&zip(&[("relu.rs", &vec![0; 30 << 20])])).contains("larger than a MiB"));
    let inner = zip(&[("relu.rs", &vec![0; 30 << 20])]);
    assert!(left(&zip(&[("inner.zip", &inner)])).contains("larger than a MiB"));
    // Archives in archives.
    let mut nested = zip(&[("relu.rs", with_body("relu", "x.clone()").as_bytes())]);
    for _ in 0..30 {
        nested = zip(&[("a.zip", &nested), ("b.zip", &nested[..nested.len().min(2000)])]);
    }
    assert!(left(&nested).contains("an archive in too many others"), "{}", left(&nested));
    // Far too many entries, none of which matters: found all the same.
    let names: Vec<String> = (0..1500).map(|number| format!("target/debug/deps/{number}.o")).collect();
    let mut entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let relu = with_body("relu", "x.clone()");
    entries.push(("src/relu.rs", relu.as_bytes()));
    assert_eq!(look(&zip(&entries)).expect("it opens").files["relu"].path, "src/relu.rs");
}

#[test]
fn what_takes_too_long_is_refused_and_says_so() {
    let relu = zip(&[("relu.rs", with_body("relu", "x.clone()").as_bytes())]);
    let said = look_within(&relu, Bounds { time: Duration::ZERO, ..SMALL }).expect_err("refused");
    assert!(said.contains("it takes too long to look through\nhint: "), "{said}");
}

#[test]
fn a_build_folder_in_an_archive_is_no_reason_to_refuse_it() {
    let names: Vec<String> = (0..21_000).map(|number| format!("hw/target/debug/deps/{number}.o")).collect();
    let relu = with_body("relu", "x.clone()");
    let mut entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    entries.push(("hw/src/relu.rs", relu.as_bytes()));
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("hw.zip"), zip(&entries)).expect("written");
    let read = intake::read(&folder.path().join("hw.zip"), &rubric().exercises).expect("it opens");
    assert_eq!(read.files["relu"].path, "hw/src/relu.rs");
}

#[test]
fn paths_and_names_in_an_archive_lead_nowhere() {
    let relu = with_body("relu", "x.clone()");
    let relu = relu.as_bytes();
    let said = left(&zip(&[("../relu.rs", relu), ("/etc/relu.rs", relu), ("a/../../relu.rs", relu)]));
    assert!(said.contains("leads out of the archive"), "{said}");
    let mut linked = ZipWriter::new(Cursor::new(Vec::new()));
    linked.add_symlink("relu.rs", "/etc/passwd", SimpleFileOptions::default()).expect("added");
    let linked = linked.finish().expect("finished").into_inner();
    assert!(left(&linked).contains("relu.rs (a link is not followed)"), "{}", left(&linked));
    // Escapes and hidden characters in names are shown by nobody.
    let said = left(&zip(&[("\u{1b}[31m\u{202e}relu.tar.xz", b"x")]));
    assert!(
        said.contains("relu.tar.xz (cannot be opened") && !said.contains(['\u{1b}', '\u{202e}']),
        "{said}"
    );
}

#[test]
fn an_archive_that_does_not_open_is_named_with_the_reason() {
    // Bit 0 of an entry's flags, in its own header and in the list, says that it is encrypted.
    let mut locked = zip(&[("relu.rs", b"fn main() {}")]);
    let end = locked.len() - 22;
    let list = u32::from_le_bytes(locked[end + 16..end + 20].try_into().expect("four bytes")) as usize;
    locked[6] |= 1;
    locked[list + 8] |= 1;
    assert!(left(&locked).contains("relu.rs (encrypted)"), "{}", left(&locked));
    for damaged in [&b"PK\x03\x04"[..], b"", b"no archive at all"] {
        let said = look(damaged).expect_err("refused");
        assert!(said.starts_with("hw.zip is damaged") && said.contains("\nhint: "), "{said}");
    }
}

#[test]
fn no_bytes_upset_the_reader() {
    let relu = with_body("relu", "x.clone()");
    let inner = zip(&[("relu.rs", relu.as_bytes())]);
    let whole = zip(&[("hw/relu.rs", relu.as_bytes()), ("hw/inner.zip", &inner), ("hw/notes.pdf", b"%PDF")]);
    let mut rng = fastrand::Rng::with_seed(7);
    for _ in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..rng.usize(1..12) {
            let at = rng.usize(..bytes.len());
            bytes[at] = rng.u8(..);
        }
        if rng.u8(..4) == 0 {
            bytes.truncate(rng.usize(..bytes.len()));
        }
        // Whatever comes of it, nothing panics, and nothing that is found is larger than it may be.
        if let Ok(read) = look(&bytes) {
            assert!(read.files.values().all(|file| file.content.len() <= 1 << 20));
        }
    }
}

#[test]
#[cfg(unix)]
fn links_and_pipes_are_named_and_never_opened() {
    use std::os::unix::fs::symlink;

    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("hw")).expect("made");
    fs::write(at("secret.rs"), with_body("relu", "x.clone()")).expect("written");
    symlink(at("secret.rs"), at("hw/relu.rs")).expect("linked");
    symlink(folder.path(), at("hw/sub")).expect("linked");
    let made = std::process::Command::new("mkfifo").args([at("hw/tanh.rs"), at("hw/eve.zip")]).status();
    assert!(made.expect("mkfifo").success());
    let read = intake::read(&at("hw"), &rubric().exercises).expect("read");
    assert!(read.files.is_empty());
    let said = left_out(&read.ignored).join("\n");
    assert!(said.contains("relu.rs, sub (a link is not followed)"), "{said}");
    assert!(said.contains("eve.zip, tanh.rs (not a regular file)"), "{said}");
    for direct in ["hw/eve.zip", "hw/relu.rs", "hw/sub"] {
        let said = intake::read(&at(direct), &rubric().exercises).expect_err("refused").to_string();
        assert!(said.contains("\nhint: "), "{direct}: {said}");
    }
}

/// A file is swapped for a link, and a folder for one, over and over while the submission is read.
#[test]
#[cfg(unix)]
fn what_is_swapped_for_a_link_meanwhile_is_not_followed() {
    use std::os::unix::fs::symlink;
    use std::sync::atomic::{AtomicBool, Ordering};

    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let secret = with_body("relu", "todo!(\"the secret\")");
    for inner in ["hw/a", "outside"] {
        fs::create_dir_all(at(inner)).expect("made");
    }
    fs::write(at("outside/relu.rs"), &secret).expect("written");
    let honest = with_body("relu", "x.clone()");
    fs::write(at("hw/a/relu.rs"), &honest).expect("written");
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let swap = |what: &std::path::Path, link_to: &std::path::Path| {
                let aside = what.with_extension("aside");
                let _ = fs::rename(what, &aside);
                let _ = symlink(link_to, what);
                let _ = fs::remove_file(what);
                let _ = fs::rename(&aside, what);
            };
            while !stop.load(Ordering::Relaxed) {
                swap(&at("hw/a/relu.rs"), &at("outside/relu.rs"));
                swap(&at("hw/a"), &at("outside"));
            }
        });
        for _ in 0..500 {
            // It may be gone for a moment; it may never be what the link leads to.
            if let Ok(read) = intake::read(&at("hw"), &rubric().exercises) {
                let leaked = read.files.values().any(|file| file.content != honest.as_bytes());
                if leaked {
                    stop.store(true, Ordering::Relaxed);
                }
                assert!(!leaked, "{:?}", read.files.values().map(|file| &file.path).collect::<Vec<_>>());
            }
        }
        stop.store(true, Ordering::Relaxed);
    });
}

//! The same as `hostile_archives` for .tar.gz, which has links, paths and sizes of its own.

use std::fs;

use flate2::Compression;
use flate2::write::GzEncoder;
use tar::EntryType;
use tempfile::TempDir;

use crate::hostile_archives::{left, look};
use crate::support::{graded, with_body};

/// A .tar.gz with entries as they come, whatever their names: the library that writes them refuses some.
fn tar_gz(entries: &[(&str, EntryType, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    for (name, kind, content) in entries {
        let mut header = tar::Header::new_gnu();
        header.as_gnu_mut().expect("it is one").name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(*kind);
        header.set_mode(0o644);
        header.set_size(if kind.is_file() { content.len() as u64 } else { 0 });
        if !kind.is_file() {
            header.set_link_name_literal(content).expect("a short name");
        }
        header.set_cksum();
        tar.append(&header, if kind.is_file() { *content } else { &[] }).expect("appended");
    }
    tar.into_inner().and_then(GzEncoder::finish).expect("finished")
}

#[test]
fn a_tar_leads_nowhere_and_costs_no_more_than_what_is_looked_at() {
    let relu = with_body("relu", "x.clone()");
    let relu = relu.as_bytes();
    let climbing =
        ["../relu.rs", "/etc/relu.rs", "a/../../relu.rs"].map(|name| (name, EntryType::Regular, relu));
    let said = left(&tar_gz(&climbing));
    assert!(said.contains("leads out of the archive"), "{said}");
    for kind in [EntryType::Symlink, EntryType::Link] {
        let said = left(&tar_gz(&[("relu.rs", kind, b"/etc/passwd")]));
        assert!(said.contains("relu.rs (a link is not followed)"), "{kind:?}: {said}");
    }
    // A file that is written through a link before it.
    let through = [("a", EntryType::Symlink, &b"/etc"[..]), ("a/relu.rs", EntryType::Regular, relu)];
    assert_eq!(look(&tar_gz(&through)).expect("it opens").files["relu"].content, relu);

    // Far too many bytes: in a file that counts, and in one that is only in the way.
    let large = vec![b'/'; 30 << 20];
    let bomb = [("relu.rs", EntryType::Regular, &large[..(2 << 20)])];
    assert!(left(&tar_gz(&bomb)).contains("larger than a MiB"));
    let before = [("notes.txt", EntryType::Regular, &large[..]), ("relu.rs", EntryType::Regular, relu)];
    let said = look(&tar_gz(&before)).expect_err("refused");
    assert!(said.contains("not looked through: there is too much to unpack"), "{said}");
    // Far too many entries.
    let names: Vec<String> = (0..3000).map(|number| format!("{number}.o")).collect();
    let many: Vec<_> = names.iter().map(|name| (name.as_str(), EntryType::Regular, &b""[..])).collect();
    let said = look(&tar_gz(&many)).expect_err("refused");
    assert!(said.contains("there are too many files"), "{said}");
}

/// The same through the front door: graded, with nothing written where the paths lead.
#[test]
fn a_climbing_tar_is_graded_for_what_lies_in_it() {
    let relu = with_body("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    let entries = [
        ("../climbed.rs", EntryType::Regular, relu.as_bytes()),
        ("hw/tanh.rs", EntryType::Symlink, b"/etc/passwd"),
        ("hw/relu.rs", EntryType::Regular, relu.as_bytes()),
    ];
    let folder = TempDir::new().expect("a folder");
    let inner = folder.path().join("in");
    fs::create_dir(&inner).expect("made");
    fs::write(inner.join("hw.tar.gz"), tar_gz(&entries)).expect("written");
    let report = graded(&inner.join("hw.tar.gz"));
    assert_eq!(report["score"], 30, "{report:#}");
    let said = report["ignored"].to_string();
    assert!(said.contains("leads out of the archive") && said.contains("a link is not followed"), "{said}");
    assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1, "something was unpacked");
    assert_eq!(fs::read_dir(&inner).expect("there").count(), 1, "something was unpacked");
}

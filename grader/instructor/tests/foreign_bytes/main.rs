//! Bytes that others wrote: everything in `corpus` is read again. What fuzzing finds is put there.

mod targets;

use std::fs;
use std::path::Path;

use targets::TARGETS;

#[test]
fn everything_that_was_ever_found_is_read_without_harm() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign_bytes/corpus");
    for (name, target) in TARGETS {
        let entries = fs::read_dir(corpus.join(name)).expect("each target has a folder");
        let files: Vec<_> = entries.map(|entry| entry.expect("readable").path()).collect();
        assert!(!files.is_empty(), "{name} has nothing to begin with");
        target(b"");
        for file in files {
            println!("{}", file.display());
            let bytes = fs::read(&file).expect("readable");
            target(&bytes);
            // Cut short anywhere it does no harm either.
            for length in (0..bytes.len()).step_by(bytes.len().div_ceil(40).max(1)) {
                target(&bytes[..length]);
            }
        }
    }
}

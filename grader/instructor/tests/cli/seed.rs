//! Build products of libraries, for another workspace: it would build the very same ones.

use std::fs;
use std::path::Path;

use crate::support::{student, target};

/// This workspace's own crates, whose products are none of another workspace's.
const OWN: [&str; 22] = [
    "browser",
    "channel",
    "cli",
    "exercises",
    "formats",
    "formula",
    "grader",
    "hidden",
    "instructor",
    "jail",
    "lesson",
    "nn",
    "pictures",
    "reference",
    "sandbox",
    "solutions",
    "start",
    "student",
    "suite",
    "ulp",
    "worker_exercises",
    "worker_solutions",
];

/// Links what is built of libraries into a target folder, unless something was built there already.
pub fn seed(other: &Path) {
    if other.exists() {
        return;
    }
    student(); // Builds them.
    for part in ["deps", "build", ".fingerprint"] {
        let (from, to) = (target().join("debug").join(part), other.join("debug").join(part));
        fs::create_dir_all(&to).expect("made");
        for entry in fs::read_dir(from).expect("built").flatten() {
            if !is_own(&entry.file_name().to_string_lossy()) {
                link(&entry.path(), &to.join(entry.file_name()));
            }
        }
    }
}

/// Whether a product is of one of this workspace's crates: cargo names them `name-hash`, or `libname-hash.rlib`.
fn is_own(product: &str) -> bool {
    let name = product.rsplit_once('-').map_or(product, |(name, _)| name).replace('-', "_");
    let is = |own: &&str| name == **own || name.strip_prefix("lib") == Some(own);
    OWN.iter().any(is) || name == "worker"
}

/// Links keep the times by which cargo sees that nothing has to be built. A file that is gone meanwhile is built anew.
fn link(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("made");
        for entry in fs::read_dir(from).into_iter().flatten().flatten() {
            link(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        let _ = fs::hard_link(from, to);
    }
}

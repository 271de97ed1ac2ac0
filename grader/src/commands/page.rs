//! `grade --html`: the report as a page.

use std::path::Path;

use anyhow::Result;

use super::BadArgument;
use super::grade::Graded;

/// Refuses what can't be written, before anybody has waited for it.
///
/// # Errors
/// A [`BadArgument`] for a folder, and in a grader without pages.
pub fn refuse(path: &Path) -> Result<(), BadArgument> {
    if !cfg!(feature = "page") {
        return Err(BadArgument(
            "--html: this build of the grader has no pages\n\
             hint: `cargo make page`, or the grader's feature `page`: \
             cargo run -p grader --features page -- grade --html FILE"
                .into(),
        ));
    }
    if path.is_dir() {
        return Err(BadArgument("--html names a folder\nhint: name a file in it".into()));
    }
    Ok(())
}

/// Writes the page.
///
/// # Errors
/// Where it can't be written.
#[cfg(feature = "page")]
pub fn write(path: &Path, Graded { report, curves, written }: &Graded) -> Result<()> {
    let page = crate::render::Page { student: None, report, curves, written: &written.files };
    let text = crate::render::page(&page);
    crate::atomic_write::write(path, text.as_bytes())
}

/// Never called: see [`refuse`].
///
/// # Errors
/// As [`refuse`].
#[cfg(not(feature = "page"))]
pub fn write(path: &Path, Graded { written: _written, .. }: &Graded) -> Result<()> {
    Ok(refuse(path)?)
}

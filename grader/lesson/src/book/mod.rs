//! Chapters in Markdown, as pages that link to each other.
//!
//! - `summary`: which chapters there are, and in which order
//! - `chapter`: a chapter as HTML, with its figures

mod chapter;
mod summary;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};
use askama::Template;
use pictures::page::{self, Policy, written_out};
use pictures::svg::svg_rules;

use self::summary::{Entry, Summary};
use crate::reader::Reader;

/// Rules for these pages.
static STYLE: LazyLock<String> = LazyLock::new(|| {
    page::style().to_owned() + &svg_rules(".drawn svg") + include_str!("../../templates/lesson.css")
});

/// Rules for these pages.
pub fn style() -> &'static str {
    &STYLE
}

/// The lesson, as it was written.
pub struct Book {
    folder: PathBuf,
    summary: Summary,
}

#[derive(Template)]
#[template(path = "chapter.html", whitespace = "minimize")]
struct Shown<'a> {
    policy: Policy,
    style: &'a str,
    book: &'a str,
    parts: &'a [summary::Part],
    entry: &'a Entry,
    previous: Option<&'a Entry>,
    next: Option<&'a Entry>,
    body: String,
}

impl Book {
    /// Reads the table of contents from a folder.
    ///
    /// # Errors
    /// Where it can't be read, or names no chapter.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join("SUMMARY.md");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self { folder: folder.to_owned(), summary: Summary::of(&text)? })
    }

    /// The page of a chapter, by its name, title or number; the first page where none is named.
    ///
    /// # Errors
    /// In words, where there is no such chapter.
    pub fn page_of(&self, wanted: Option<&str>) -> Result<String, String> {
        let Some(wanted) = wanted else { return Ok(self.first().page()) };
        let by_name = self.summary.entries().find(|entry| entry.is_called(wanted));
        let found = by_name.or_else(|| self.summary.entries().find(|entry| self.is_about(entry, wanted)));
        found.map(Entry::page).ok_or_else(|| {
            let names: Vec<&str> = self.summary.entries().map(Entry::name).collect();
            format!("no chapter `{wanted}`\nhint: the chapters are {}", names.join(", "))
        })
    }

    /// Whether a chapter leads to this exercise.
    fn is_about(&self, entry: &Entry, exercise: &str) -> bool {
        let text = fs::read_to_string(self.folder.join(&entry.file)).unwrap_or_default();
        text.contains(&format!("`cargo grade {exercise}`"))
    }

    fn first(&self) -> &Entry {
        self.summary.entries().next().expect("a summary has an entry")
    }

    /// Every page, by the name of its file.
    ///
    /// # Errors
    /// Where a chapter can't be read, or names a figure that there is not.
    pub fn pages(&self, reader: &Reader) -> Result<Vec<(String, String)>> {
        let entries: Vec<&Entry> = self.summary.entries().collect();
        let page = |(number, entry): (usize, &&Entry)| {
            let path = self.folder.join(&entry.file);
            let text =
                fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let body = chapter::html(&text, reader).with_context(|| format!("in {}", entry.file))?;
            let shown = Shown {
                policy: Policy::with_style(style()),
                style: style(),
                book: &self.summary.title,
                parts: &self.summary.parts,
                entry,
                previous: number.checked_sub(1).map(|before| entries[before]),
                next: entries.get(number + 1).copied(),
                body,
            };
            Ok((entry.page(), written_out(&shown)))
        };
        entries.iter().enumerate().map(page).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapter_is_found_by_what_readers_call_it() {
        let text = "# Book\n\n[Start](README.md)\n\n- [ReLU](relu.md)\n- [How fast](how-fast.md)\n";
        let book = Book { folder: PathBuf::new(), summary: Summary::of(text).expect("it is one") };
        let page = |wanted| book.page_of(wanted);
        assert_eq!(page(None).as_deref(), Ok("index.html"));
        for wanted in ["relu", "ReLU", "1", "relu.md"] {
            assert_eq!(page(Some(wanted)).as_deref(), Ok("relu.html"), "{wanted}");
        }
        assert_eq!(page(Some("how fast")).as_deref(), Ok("how-fast.html"));
        let error = page(Some("gelu")).expect_err("there is none");
        assert_eq!(error, "no chapter `gelu`\nhint: the chapters are README, relu, how-fast");
    }
}

//! The table of contents, written as [mdBook](https://rust-lang.github.io/mdBook/format/summary.html) wants it.

use anyhow::{Result, ensure};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// What the book holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The book's title.
    pub title: String,
    /// Its parts, of which the first has no title.
    pub parts: Vec<Part>,
}

/// Chapters that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its title; none for the first.
    pub title: Option<String>,
    /// Its chapters.
    pub entries: Vec<Entry>,
}

/// A chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its number; none for what stands before the first.
    pub number: Option<usize>,
    /// Its title.
    pub title: String,
    /// Its file, in the book's folder.
    pub file: String,
}

impl Summary {
    /// Reads headings, and links outside of lists and within.
    ///
    /// # Errors
    /// Where there is no link at all.
    pub fn of(text: &str) -> Result<Self> {
        let mut title = String::new();
        let mut parts = vec![Part { title: None, entries: Vec::new() }];
        let (mut words, mut file, mut in_list, mut numbered) = (String::new(), None, false, 0);
        for event in Parser::new(text) {
            match event {
                Event::Start(Tag::List(_)) => in_list = true,
                Event::End(TagEnd::List(_)) => in_list = false,
                Event::Start(Tag::Link { dest_url, .. }) => {
                    (words, file) = (String::new(), Some(dest_url.to_string()));
                }
                Event::Start(Tag::Heading { .. }) => words = String::new(),
                Event::Text(text) | Event::Code(text) => words += &text,
                Event::End(TagEnd::Link) => {
                    let Some(file) = file.take() else { continue };
                    numbered += usize::from(in_list);
                    let number = in_list.then_some(numbered);
                    let entry = Entry { number, title: words.clone(), file };
                    parts.last_mut().expect("never empty").entries.push(entry);
                }
                Event::End(TagEnd::Heading(_)) if title.is_empty() => title.clone_from(&words),
                Event::End(TagEnd::Heading(_)) => {
                    parts.push(Part { title: Some(words.clone()), entries: Vec::new() });
                }
                _ => {}
            }
        }
        let summary = Self { title, parts };
        ensure!(summary.entries().next().is_some(), "SUMMARY.md names no chapter");
        Ok(summary)
    }

    /// All chapters, in their order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.parts.iter().flat_map(|part| &part.entries)
    }
}

impl Entry {
    /// Its name: that of its file.
    pub fn name(&self) -> &str {
        self.file.strip_suffix(".md").unwrap_or(&self.file)
    }

    /// The page's file.
    pub fn page(&self) -> String {
        page(&self.file)
    }

    /// Whether somebody who writes this means the chapter.
    pub fn is_called(&self, wanted: &str) -> bool {
        let is = |name: &str| name.eq_ignore_ascii_case(wanted);
        is(self.name())
            || is(&self.file)
            || is(&self.title)
            || self.number.is_some_and(|n| is(&n.to_string()))
    }
}

/// The page of a chapter's file.
pub fn page(file: &str) -> String {
    match file.strip_suffix(".md") {
        Some("README") => "index.html".to_owned(),
        Some(name) => format!("{name}.html"),
        None => file.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_in_lists_are_numbered_through_all_parts() {
        let text = "# Activations\n\n[Start](README.md)\n\n- [One](a.md)\n- [`Two`](b.md)\n\n# Beyond\n\n- [Three](c.md)\n";
        let summary = Summary::of(text).expect("it is one");
        assert_eq!(summary.title, "Activations");
        let parts: Vec<_> = summary.parts.iter().map(|part| part.title.as_deref()).collect();
        assert_eq!(parts, [None, Some("Beyond")]);
        let entries: Vec<_> = summary.entries().map(|it| (it.number, &*it.title, it.page())).collect();
        let page = |name: &str| format!("{name}.html");
        assert_eq!(
            entries,
            [
                (None, "Start", page("index")),
                (Some(1), "One", page("a")),
                (Some(2), "Two", page("b")),
                (Some(3), "Three", page("c"))
            ]
        );
        assert!(Summary::of("# Nothing\n").is_err());
    }
}

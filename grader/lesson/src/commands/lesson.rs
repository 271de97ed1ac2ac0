//! `lesson`: chapters in, a book for a browser out.

use std::path::PathBuf;

use anyhow::Result;
use grader::project::Project;
use student::atomic_write;
use student::commands::{BadArgument, Ending, from_here, show};
use student::run::Crate;

use super::open_page;
use crate::book::Book;
use crate::reader::Reader;

/// Write the lesson as a book whose figures your code draws, and open it
#[derive(Debug, clap::Args)]
pub struct Lesson {
    /// Open this chapter, such as `relu`
    #[arg(value_name = "CHAPTER")]
    chapter: Option<String>,
    /// Write the book to this folder instead of `target/lesson`
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Do not open the book in a browser, as is done where a terminal asks for it
    #[arg(long)]
    no_open: bool,
}

/// Writes the book: a page for each chapter.
///
/// # Errors
/// A [`BadArgument`] for a chapter that is not there; otherwise where a chapter can't be read, the learner's crate
/// can't be built, or a page can't be written.
pub fn lesson(options: &Lesson) -> Result<Ending> {
    let project = Project::find()?;
    let book = Book::read(&project.exercises().join("lesson"))?;
    let first = book.page_of(options.chapter.as_deref()).map_err(BadArgument)?;
    let folder = options.out.clone().unwrap_or_else(|| project.target().join("lesson"));
    let reader = Reader::of(&project, Crate::Exercises)?;
    for (name, page) in book.pages(&reader)? {
        atomic_write::write(&folder.join(name), page.as_bytes())?;
    }
    let first = folder.join(first);
    show(&format!("The lesson, with figures that your code draws: {}\n", from_here(&first)))?;
    open_page(&first, options.no_open);
    Ok(Ending::Good)
}

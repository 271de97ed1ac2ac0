//! `page`: grades, and writes the report as a page.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::Result;
use grader::project::Project;
use student::atomic_write;
use student::commands::{BadArgument, Ending, Grade, Graded, Task, from_here, grade_task};

use crate::page;

/// Grade, and write the report as a page for a browser, with curves and code
#[derive(Debug, clap::Args)]
pub struct Page {
    /// Write the page to this file instead of `target/feedback.html`
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Do not open the page in a browser, as is done where a terminal asks for it
    #[arg(long)]
    no_open: bool,
    #[command(flatten)]
    options: Grade,
}

/// Grades what the learner wrote, and writes the page.
///
/// # Errors
/// As [`grade_task`]; also where the page can't be written.
pub fn page(options: &Page) -> Result<Ending> {
    let usual = || Ok::<_, anyhow::Error>(Project::find()?.target().join("feedback.html"));
    let path = options.html.clone().map_or_else(usual, Ok)?;
    refuse_folder(&path)?;
    let also = |graded: &Graded| write_page(&path, graded);
    let ended = grade_task(&options.options, &Task { also: Some(&also), ..Task::own() })?;
    if io::stdout().is_terminal() && !options.no_open {
        // Where there is no browser, the page's path has been printed.
        let _ = open::that_detached(&path);
    }
    Ok(ended)
}

/// Writes what was graded as a page, and says where it is.
///
/// # Errors
/// Where it can't be written.
pub fn write_page(path: &Path, Graded { report, curves, written }: &Graded) -> Result<String> {
    let text = page::page(&page::Page { student: None, report, curves, written: &written.files });
    atomic_write::write(path, text.as_bytes())?;
    Ok(format!("The same as a page, with curves: {}", from_here(path)))
}

/// Refuses a folder, before anybody has waited for a page that can't be written.
///
/// # Errors
/// A [`BadArgument`] for a folder.
pub fn refuse_folder(path: &Path) -> Result<(), BadArgument> {
    if path.is_dir() {
        return Err(BadArgument("--html names a folder\nhint: name a file in it".into()));
    }
    Ok(())
}

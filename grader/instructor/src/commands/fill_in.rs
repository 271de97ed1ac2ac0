//! `fill-in`: a folder of grades and a course system's table in, the table with the grades out.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::books::{Book, Filled, Filling, fill};
use crate::class;
use grader::sanitize::plain;
use student::atomic_write;
use student::commands::{BadArgument, Ending, show};

/// Fill grades into the table that Canvas or Moodle exports, and leave all else in it as it is
#[derive(Debug, clap::Args)]
pub struct FillIn {
    /// The folder that `grade-class` wrote
    #[arg(value_name = "GRADES")]
    grades: PathBuf,
    /// Canvas's export of its grade book, or Moodle's grading worksheet
    #[arg(long, value_name = "FILE")]
    roster: PathBuf,
    /// The exact name of the column, such as `Activations (123)`; `Grade`, for Moodle in English
    #[arg(long, value_name = "COLUMN")]
    assignment: Option<String>,
    /// Scale the points, such as from 115 to 10
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    out_of: Option<u32>,
    /// Give these points to those who handed nothing in, whose cells stay empty otherwise
    #[arg(long, value_name = "POINTS")]
    missing_as: Option<f64>,
    /// Where to write it [default: the file's name, in GRADES/books]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Longest list that is printed whole.
const LONGEST: usize = 50;

/// Fills it in, and says who is where without a grade, or with one and nowhere.
///
/// # Errors
/// Where the grades or the table can't be read, do not fit, or the result can't be written.
pub fn fill_in(options: &FillIn) -> Result<Ending> {
    let roster = options.roster.display();
    if options.missing_as.is_some_and(|points| !points.is_finite() || points < 0.0) {
        return Err(BadArgument("--missing-as takes points, such as 0".into()).into());
    }
    let bytes = fs::read(&options.roster).with_context(|| format!("cannot read {roster}"))?;
    let kept = class::kept(&options.grades)?;
    let in_roster = || format!("cannot fill in {roster}");
    let book = Book::read(bytes, options.assignment.as_deref()).with_context(in_roster)?;
    let filling = Filling { out_of: options.out_of, missing_as: options.missing_as };
    let filled = fill(book, &kept, filling).with_context(in_roster)?;
    let name = Path::new(options.roster.file_name().unwrap_or_default());
    let output = options.output.clone().unwrap_or_else(|| options.grades.join("books").join(name));
    atomic_write::write(&output, &filled.bytes)?;
    show(&format!(
        "{} grades are in {}\n{}",
        filled.students,
        output.display(),
        said(&filled, options.missing_as)
    ))?;
    Ok(if filled.is_complete() { Ending::Good } else { Ending::Incomplete })
}

fn said(filled: &Filled, missing_as: Option<f64>) -> String {
    let missing = match missing_as {
        Some(points) if filled.missing_filled => format!("Handed nothing in, and have {points} points"),
        Some(points) => format!(
            "Handed nothing in, and have no grade instead of {points} points, because not every grade found its place"
        ),
        None => "Handed nothing in, and have no grade".to_owned(),
    };
    let lists = [
        ("Could be more than one student of the table, and are not in it", &filled.ambiguous),
        ("Have a grade, and are not in the table", &filled.strangers),
        ("Handed something in, and have no grade", &filled.ungraded),
        (missing.as_str(), &filled.missing),
        ("Left as it is", &filled.left),
        ("Had another grade in the table", &filled.changed),
    ];
    let mut text = String::new();
    for (title, names) in lists.into_iter().filter(|(_, names)| !names.is_empty()) {
        text += &format!("\n{title}: {}\n", names.len());
        text.extend(names.iter().take(LONGEST).map(|name| format!("  {}\n", plain(name, 200))));
        if names.len() > LONGEST {
            text += &format!("  and {} more\n", names.len() - LONGEST);
        }
    }
    text
}

//! A course system's table, read: who is in it, and where their grades go.

use anyhow::{Result, bail, ensure};

use super::table::Table;
use super::{canvas, moodle};
use crate::class::System;

/// What tells students apart, in the order in which it is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The course system's own id.
    Id,
    /// The id in the university's system.
    Sis,
    /// A login name, or a mail address.
    Login,
}

/// A student of the table.
#[derive(Debug)]
pub struct Row {
    /// Its line in the table.
    pub line: usize,
    /// The student's name, as it stands there.
    pub name: String,
    /// What is known of the student.
    pub known: Vec<(Kind, String)>,
}

/// A table with what is known of it.
#[derive(Debug)]
pub struct Book {
    /// The table.
    pub table: Table,
    /// Whose it is.
    pub system: System,
    /// The column of the grades.
    pub column: usize,
    /// How many points the system says there are; none where it does not.
    pub possible: Option<f64>,
    /// Every student.
    pub rows: Vec<Row>,
    /// Whether numbers have a comma before their decimals.
    pub has_comma: bool,
}

impl Book {
    /// Reads a table of Canvas's or Moodle's; `assignment` is the exact name of the column of grades.
    ///
    /// # Errors
    /// Where it is neither, or has no such column.
    pub fn read(bytes: Vec<u8>, assignment: Option<&str>) -> Result<Self> {
        let table = Table::read(bytes)?;
        if canvas::is_one(&table) {
            return canvas::read(table, assignment);
        }
        if moodle::is_one(&table) {
            return moodle::read(table, assignment);
        }
        bail!(
            "it is neither what Canvas exports from its grade book nor Moodle's grading worksheet: its columns are {}\n\
             hint: in Canvas, Grades, Export; in Moodle, the assignment's Submissions, Download grading worksheet",
            listed(&table.line(0))
        )
    }

    /// A grade as this table writes numbers.
    pub fn written(&self, points: f64) -> String {
        let number = number(points);
        if self.has_comma { number.replace('.', ",") } else { number }
    }
}

/// A number with at most two decimals, and none that are 0.
pub fn number(points: f64) -> String {
    let text = format!("{points:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A number of a table, with a point or a comma before its decimals.
pub fn parsed(cell: &str) -> Option<f64> {
    let number: f64 = cell.trim().replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number)
}

/// Whether it is a number with a comma before its decimals.
pub fn is_with_comma(cell: &str) -> bool {
    cell.contains(',') && parsed(cell).is_some()
}

/// The column of this exact name.
///
/// # Errors
/// Where there is none, or more than one; `columns` are those that could be meant.
pub fn column(heads: &[String], name: &str, columns: &[&String]) -> Result<usize> {
    let mut found = (0..heads.len()).filter(|&at| heads[at] == name);
    let first = found.next();
    ensure!(found.next().is_none(), "it has more than one column `{name}`");
    let Some(first) = first else {
        bail!("it has no column `{name}`\nhint: --assignment names one of {}", listed(columns))
    };
    Ok(first)
}

/// Names in a row, each between backticks.
pub fn listed<T: AsRef<str>>(names: &[T]) -> String {
    const MOST: usize = 20;
    let shown: Vec<String> = names.iter().take(MOST).map(|name| format!("`{}`", name.as_ref())).collect();
    let more = if names.len() > MOST { " …" } else { "" };
    shown.join(", ") + more
}

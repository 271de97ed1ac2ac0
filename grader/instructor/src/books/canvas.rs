//! Canvas's export of its grade book.
//!
//! The first line names the columns, an assignment's as `Title (id)`. Lines follow that are no student's, the last of
//! which says how many points there are.

use anyhow::{Context, Result, bail};

use super::book::{Book, Kind, Row, column, is_with_comma, listed, parsed};
use super::table::Table;
use crate::class::System;

/// Where in the first column the points' line is known by.
const POINTS: &str = "Points Possible";

/// Canvas's own student, with whom teachers look at a course.
const TEST_STUDENT: &str = "Student, Test";

/// Whether the columns are Canvas's.
pub fn is_one(table: &Table) -> bool {
    let heads = table.line(0);
    let has = |name: &str| heads.iter().any(|head| head == name);
    (heads[0] == "Student" || heads[0] == "LastName") && has("ID") && has("Section")
}

/// Finds students and grades in it.
pub fn read(table: Table, assignment: Option<&str>) -> Result<Book> {
    let heads = table.line(0);
    let assignments: Vec<&String> = heads.iter().filter(|head| is_assignment(head)).collect();
    let Some(assignment) = assignment else {
        bail!("which column is to be filled in?\nhint: --assignment names one of {}", listed(&assignments))
    };
    let column = column(&heads, assignment, &assignments)?;
    if !is_assignment(assignment) {
        bail!("`{assignment}` is no assignment\nhint: --assignment names one of {}", listed(&assignments))
    }
    let points = (1..table.len()).find(|&line| table.cell(line, 0).trim() == POINTS);
    let points = points.with_context(|| {
        format!("it has no line `    {POINTS}`\nhint: take the file as Canvas exports it, with all its lines")
    })?;
    let at = |name: &str| heads.iter().position(|head| head == name);
    let kinds = [
        ("ID", Kind::Id),
        ("SIS User ID", Kind::Sis),
        ("Integration ID", Kind::Sis),
        ("SIS Login ID", Kind::Login),
    ];
    let known: Vec<(usize, Kind)> =
        kinds.into_iter().filter_map(|(name, kind)| Some((at(name)?, kind))).collect();
    let rows = (points + 1..table.len()).map(|line| Row {
        line,
        name: match at("FirstName") {
            Some(first) => format!("{}, {}", table.cell(line, 0), table.cell(line, first)),
            None => table.cell(line, 0),
        },
        known: known.iter().map(|(column, kind)| (*kind, table.cell(line, *column))).collect(),
    });
    let rows = rows.filter(|row| row.name != TEST_STUDENT).collect();
    let has_comma = (points..table.len()).any(|line| is_with_comma(&table.cell(line, column)));
    let possible = parsed(&table.cell(points, column));
    Ok(Book { table, system: System::Canvas, column, possible, rows, has_comma })
}

/// Whether a column's name ends with an assignment's id.
fn is_assignment(head: &str) -> bool {
    let id = head.strip_suffix(')').and_then(|head| head.rsplit_once(" ("));
    id.is_some_and(|(_, id)| !id.is_empty() && id.bytes().all(|digit| digit.is_ascii_digit()))
}

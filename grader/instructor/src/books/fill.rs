//! What is written into a table, and what is left alone.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use super::book::{Book, number, parsed};
use super::matching::{self, Match};
use crate::class::{Kept, Person};

/// How a table is to be filled in.
#[derive(Debug, Default, Clone, Copy)]
pub struct Filling {
    /// How many points the grades are scaled to; none leaves them as they are.
    pub out_of: Option<u32>,
    /// What those get who handed nothing in; none leaves them without a grade.
    pub missing_as: Option<f64>,
}

/// A table that is filled in, and everything that somebody should look at.
#[derive(Debug, Default)]
pub struct Filled {
    /// The table.
    pub bytes: Vec<u8>,
    /// How many students have their grades in it now.
    pub students: usize,
    /// Who is in the table and handed nothing in.
    pub missing: Vec<String>,
    /// Whether those have what they get by [`Filling::missing_as`].
    pub missing_filled: bool,
    /// Who handed something in and has no grade, and why.
    pub ungraded: Vec<String>,
    /// Who has a grade and is not in the table.
    pub strangers: Vec<String>,
    /// Who could be more than one student of the table.
    pub ambiguous: Vec<String>,
    /// Whose cell holds something that is no number, such as `EX`, and stays as it is.
    pub left: Vec<String>,
    /// Whose cell held another number.
    pub changed: Vec<String>,
}

impl Filled {
    /// Whether every grade found its place.
    pub fn is_complete(&self) -> bool {
        self.ungraded.is_empty() && self.strangers.is_empty() && self.ambiguous.is_empty()
    }
}

/// Fills grades in. Nothing but numbers is ever written.
///
/// # Errors
/// Where the table is of another number of points, a line has no cell for the grade, or nobody of the grades is in
/// the table.
pub fn fill(mut book: Book, kept: &[Kept], filling: Filling) -> Result<Filled> {
    for most in kept.iter().filter_map(|kept| Some(filling.out_of.unwrap_or(kept.grade.as_ref().ok()?.of))) {
        let fits = book.possible.is_none_or(|possible| (possible - f64::from(most)).abs() < 0.005);
        let possible = number(book.possible.unwrap_or_default());
        ensure!(
            fits,
            "the table's points are of {possible}, and the grades' of {most}\n\
             hint: were they graded as another assignment, or without its --only? If not, --out-of {possible} scales them"
        );
    }
    let people: Vec<&Person> = kept.iter().map(|kept| &kept.person).collect();
    let found = matching::find(&book, &people);
    ensure!(
        found.iter().any(|found| matches!(found, Match::Rows(_))),
        "nobody of the grades is in the table: {} there, such as `{}`, and {} here, such as `{}`\n\
         hint: is the table of this course, and of the system that the submissions come from?",
        book.rows.len(),
        book.rows.first().map(|row| row.name.as_str()).unwrap_or_default(),
        people.len(),
        people.first().map(|person| person.name.as_str()).unwrap_or_default()
    );
    let mut filled = Filled::default();
    let mut seen = BTreeSet::new();
    for (kept, found) in kept.iter().zip(found) {
        let name = &kept.person.name;
        let rows = match (found, &kept.grade) {
            (Match::Nobody, Ok(_)) => {
                filled.strangers.push(name.clone());
                continue;
            }
            (Match::Nobody, Err(why)) => {
                filled.ungraded.push(format!("{name}: {why}"));
                filled.strangers.push(name.clone());
                continue;
            }
            (Match::Ambiguous(rows), _) => {
                let names: Vec<String> = rows.iter().map(|row| described(&book, *row)).collect();
                filled.ambiguous.push(format!("{name}: {}", names.join(" or ")));
                seen.extend(rows);
                continue;
            }
            (Match::Rows(rows), _) => rows,
        };
        seen.extend(&rows);
        match &kept.grade {
            Err(why) => filled.ungraded.push(format!("{name}: {why}")),
            Ok(grade) => {
                let scale = filling.out_of.map_or(1.0, |most| f64::from(most) / f64::from(grade.of.max(1)));
                for row in rows {
                    put(&mut book, row, grade.points * scale, &mut filled)?;
                }
            }
        }
    }
    let missing: Vec<usize> = (0..book.rows.len()).filter(|row| !seen.contains(row)).collect();
    // Whoever has a grade and no place may be one of those who seem to have handed nothing in.
    let missing_as =
        filling.missing_as.filter(|_| filled.strangers.is_empty() && filled.ambiguous.is_empty());
    for row in missing {
        let cell = book.table.cell(book.rows[row].line, book.column);
        match missing_as {
            _ if !cell.trim().is_empty() => filled.left.push(format!("{}: {cell}", book.rows[row].name)),
            Some(points) => {
                let written = book.written(points);
                book.table.put(book.rows[row].line, book.column, &written)?;
                filled.missing.push(described(&book, row));
            }
            None => filled.missing.push(described(&book, row)),
        }
    }
    filled.missing_filled = missing_as.is_some();
    filled.bytes = book.table.write();
    Ok(filled)
}

/// Writes a grade, unless the cell says that there is to be none, or has it already.
fn put(book: &mut Book, row: usize, points: f64, filled: &mut Filled) -> Result<()> {
    let (line, name) = (book.rows[row].line, book.rows[row].name.clone());
    let cell = book.table.cell(line, book.column);
    let before = parsed(&cell);
    if before.is_none() && !cell.trim().is_empty() {
        filled.left.push(format!("{name}: {cell}"));
        return Ok(());
    }
    filled.students += 1;
    let written = book.written(points);
    if before.map(number) == Some(number(points)) {
        return Ok(());
    }
    if before.is_some() {
        filled.changed.push(format!("{name}: from {cell} to {written}"));
    }
    book.table.put(line, book.column, &written)
}

/// A student of the table, with the first id, so that namesakes are told apart.
fn described(book: &Book, row: usize) -> String {
    let row = &book.rows[row];
    match row.known.iter().find(|(_, id)| !id.trim().is_empty()) {
        Some((_, id)) => format!("{} ({id})", row.name),
        None => row.name.clone(),
    }
}

//! Moodle's grading worksheet. Its columns have names in the language of who downloaded it, so students are known by
//! their ids in the first: a word and a number, such as `Participant 1234567`.

use anyhow::{Context, Result, ensure};

use super::book::{Book, Kind, Row, column, is_with_comma, parsed};
use super::table::Table;
use crate::class::System;

/// The column of grades, in English.
const GRADE: &str = "Grade";

/// Whether the first column holds Moodle's ids, and nothing else.
pub fn is_one(table: &Table) -> bool {
    let mut ids = (1..table.len()).map(|line| participant(&table.cell(line, 0)).map(|(word, _)| word));
    let first = ids.next().flatten();
    first.is_some() && ids.all(|word| word == first)
}

/// Finds students and grades in it.
pub fn read(table: Table, assignment: Option<&str>) -> Result<Book> {
    let heads = table.line(0);
    let column = column(&heads, assignment.unwrap_or(GRADE), &heads.iter().skip(1).collect::<Vec<_>>())?;
    let lines = 1..table.len();
    let mut rows = Vec::new();
    for line in lines.clone() {
        let (_, id) = participant(&table.cell(line, 0)).context("an id is missing")?;
        let cells = table.line(line);
        let addresses =
            cells.into_iter().filter(|cell| cell.contains('@') && !cell.contains(char::is_whitespace));
        let logins = addresses.map(|address| (Kind::Login, address));
        let known = [(Kind::Id, id)].into_iter().chain(logins).collect();
        rows.push(Row { line, name: table.cell(line, 1), known });
    }
    // The highest grade stands behind the grade, the same in every line, and a grade is no text.
    let most = parsed(&table.cell(1, column + 1));
    let possible = most.filter(|_| lines.clone().all(|line| parsed(&table.cell(line, column + 1)) == most));
    let has_text = lines.clone().map(|line| table.cell(line, column)).any(|cell| {
        let cell = cell.trim();
        cell.len() > 3 && parsed(cell).is_none()
    });
    ensure!(
        possible.is_some() && !has_text,
        "`{}` is not Moodle's column of grades\nhint: it is the one before the highest grade",
        table.cell(0, column)
    );
    let has_comma = lines
        .clone()
        .any(|line| (column..=column + 1).any(|column| is_with_comma(&table.cell(line, column))));
    Ok(Book { table, system: System::Moodle, column, possible, rows, has_comma })
}

/// The word and the number of an id.
fn participant(cell: &str) -> Option<(String, String)> {
    let word = cell.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let number = &cell[word.len()..];
    let is_one = !number.is_empty() && word.chars().any(char::is_alphabetic) && !word.contains('@');
    is_one.then(|| (word.to_owned(), number.to_owned()))
}

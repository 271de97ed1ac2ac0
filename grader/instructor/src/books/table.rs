//! A file of comma-separated values in which single cells are replaced, and every other byte stays.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Result, bail, ensure};

const BOM: char = '\u{feff}';

/// What may stand between two cells.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// A table, with where its cells are in its text.
#[derive(Debug)]
pub struct Table {
    text: String,
    separator: char,
    lines: Vec<Vec<Range<usize>>>,
    changes: BTreeMap<(usize, usize), String>,
}

impl Table {
    /// Reads a table. Empty lines are no lines of it.
    ///
    /// # Errors
    /// Where it is not UTF-8, or a quotation mark is out of place.
    pub fn read(bytes: Vec<u8>) -> Result<Self> {
        let Ok(text) = String::from_utf8(bytes) else {
            bail!("it is not UTF-8\nhint: take the file as it was downloaded, or save it as `CSV UTF-8`");
        };
        ensure!(!text.contains('\0'), "it is no text\nhint: take the file as it was downloaded, as CSV");
        let start = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        let separator = separator(&text[start..]);
        let lines = lines(&text, start, separator)?;
        ensure!(!lines.is_empty(), "it is empty");
        Ok(Self { text, separator, lines, changes: BTreeMap::new() })
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The cells of a line, as they are meant.
    ///
    /// # Panics
    /// Where there is no such line.
    pub fn line(&self, line: usize) -> Vec<String> {
        self.lines[line].iter().map(|cell| meant(&self.text[cell.clone()])).collect()
    }

    /// What stands in a cell; empty where the line is too short to have it.
    pub fn cell(&self, line: usize, column: usize) -> String {
        let cell = self.lines.get(line).and_then(|cells| cells.get(column));
        cell.map(|cell| meant(&self.text[cell.clone()])).unwrap_or_default()
    }

    /// Replaces what stands in a cell by a number.
    ///
    /// # Errors
    /// Where the line is too short to have the cell.
    pub fn put(&mut self, line: usize, column: usize, number: &str) -> Result<()> {
        let cells = self.lines[line].len();
        ensure!(
            column < cells,
            "the line of `{}` ends after {cells} cells, before the column of the grades\n\
             hint: take the file as it was downloaded",
            self.cell(line, 0)
        );
        self.changes.insert((line, column), number.to_owned());
        Ok(())
    }

    /// The text with what was replaced. A cell that stood in quotes does so still.
    pub fn write(&self) -> Vec<u8> {
        let mut written = String::with_capacity(self.text.len());
        let mut done = 0;
        for ((line, column), number) in &self.changes {
            let cell = &self.lines[*line][*column];
            written += &self.text[done..cell.start];
            let is_quoted = self.text[cell.clone()].starts_with('"') || number.contains(self.separator);
            written += &if is_quoted { format!("\"{number}\"") } else { number.clone() };
            done = cell.end;
        }
        written += &self.text[done..];
        written.into_bytes()
    }
}

/// Whichever stands most often in the first line, outside of quotes.
fn separator(text: &str) -> char {
    let mut is_inside = false;
    let mut counts = [0; SEPARATORS.len()];
    for symbol in text.chars() {
        match symbol {
            '"' => is_inside = !is_inside,
            '\n' | '\r' if !is_inside => break,
            _ if !is_inside => {
                if let Some(at) = SEPARATORS.iter().position(|separator| *separator == symbol) {
                    counts[at] += 1;
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    SEPARATORS[counts.iter().position(|count| *count == most).unwrap_or_default()]
}

fn lines(text: &str, start: usize, separator: char) -> Result<Vec<Vec<Range<usize>>>> {
    let (mut lines, mut cells) = (Vec::new(), Vec::new());
    let mut at = start;
    while at < text.len() {
        let end = at + end_of_cell(&text[at..], separator, lines.len() + 1)?;
        cells.push(at..end);
        let mut rest = text[end..].chars();
        let ended = rest.next();
        at = end + ended.map_or(0, char::len_utf8);
        if ended == Some(separator) {
            // A separator at the very end has an empty cell behind it.
            if at < text.len() {
                continue;
            }
            cells.push(at..at);
        }
        if ended == Some('\r') && rest.next() == Some('\n') {
            at += 1;
        }
        let is_empty = matches!(cells.as_slice(), [only] if only.is_empty());
        let line = std::mem::take(&mut cells);
        if !is_empty {
            lines.push(line);
        }
    }
    Ok(lines)
}

/// How many bytes the first cell of a text has.
fn end_of_cell(text: &str, separator: char, line: usize) -> Result<usize> {
    let ends = |symbol: char| symbol == separator || symbol == '\n' || symbol == '\r';
    let Some(quoted) = text.strip_prefix('"') else {
        return Ok(text.find(ends).unwrap_or(text.len()));
    };
    let mut marks = quoted.match_indices('"').map(|(at, _)| at).peekable();
    while let Some(at) = marks.next() {
        if marks.next_if_eq(&(at + 1)).is_some() {
            continue;
        }
        let rest = &quoted[at + 1..];
        ensure!(
            rest.is_empty() || rest.starts_with(ends),
            "line {line} has a quotation mark within a cell\nhint: take the file as it was downloaded"
        );
        return Ok(at + 2);
    }
    bail!("a quotation mark in line {line} is never closed\nhint: take the file as it was downloaded")
}

/// A cell without its quotes.
fn meant(cell: &str) -> String {
    match cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')) {
        Some(quoted) => quoted.replace("\"\"", "\""),
        None => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str, changes: &[(usize, usize, &str)]) -> String {
        let mut table = Table::read(text.as_bytes().to_vec()).expect("a table");
        assert_eq!(table.write(), text.as_bytes(), "untouched, it is another");
        for (line, column, number) in changes {
            table.put(*line, *column, number).expect("there is such a cell");
        }
        String::from_utf8(table.write()).expect("text")
    }

    #[test]
    fn only_the_cell_changes_however_the_rest_is_written() {
        for (before, after) in [
            ("a,b\n1,2\n", "a,b\n1,7\n"),
            ("a,b\n1,", "a,b\n1,7"),
            ("a,b\r\n\r\n1,\"\"\r\n\r\n", "a,b\r\n\r\n1,\"7\"\r\n\r\n"),
            ("\u{feff}a;b\r1; 2 \r", "\u{feff}a;b\r1;7\r"),
            ("\"a\",b,\"x\n\"\"y\"\"\"\n\"1,\n1\",,=1+1\n", "\"a\",b,\"x\n\"\"y\"\"\"\n\"1,\n1\",7,=1+1\n"),
            ("a\tb\n1\t\t3", "a\tb\n1\t7\t3"),
        ] {
            assert_eq!(filled(before, &[(1, 1, "7")]), after);
        }
        assert_eq!(filled("a,b\n1,2\n", &[(1, 1, "7,5")]), "a,b\n1,\"7,5\"\n");
        assert_eq!(filled("a;b\n1;2\n", &[(1, 1, "7,5"), (1, 0, "8")]), "a;b\n8;7,5\n");
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for (bytes, says) in [
            (&b""[..], "empty"),
            (b"\n\n", "empty"),
            (b"a,b\n\"1,2\n", "never closed"),
            (b"a,b\n\"1\"2,2\n", "within a cell"),
            (b"a,\xff", "not UTF-8"),
            (b"a\0,\0", "no text"),
        ] {
            let error = Table::read(bytes.to_vec()).expect_err("it is refused").to_string();
            assert!(error.contains(says), "{error}");
        }
        let mut table = Table::read(b"a,b\n1\n".to_vec()).expect("a table");
        assert!(table.put(1, 1, "7").is_err());
    }
}

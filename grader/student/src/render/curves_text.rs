//! A small curve for the terminal: the learner's in braille, and where it leaves its cells, the one
//! that it should be as dots. So the two are told apart without colours.

use anstyle::{AnsiColor, Style};

use super::Symbols;
use crate::curves::{Curve, Mark, REACH, State, Trouble, short};

/// Size of the canvas in characters, and how many dots a character has.
const COLUMNS: usize = 61;
/// Rows of the canvas, where there is room.
pub const ROWS: usize = 9;
const ACROSS: usize = 2;
const DOWN: usize = 4;

const REFERENCE: Style = AnsiColor::Blue.on_default();
const YOURS: Style = AnsiColor::Yellow.on_default();
const TROUBLE: Style = AnsiColor::Red.on_default();

/// Lines below the canvas.
pub const BELOW: usize = 4;

/// Numbers that may stand beside rows, where a curve spans much, and where it spans little.
const WHOLE: [f64; 9] = [0.0, 2.0, 4.0, 6.0, -2.0, -4.0, -6.0, 8.0, -8.0];
const HALVES: [f64; 7] = [0.0, 1.0, -1.0, 0.5, -0.5, 1.5, -1.5];

/// The curve with colours in it, on so many rows; the caller strips colours where they are not wanted.
pub fn curve_text(curve: &Curve, symbols: Symbols, rows: usize) -> String {
    let ascii = symbols == Symbols::Ascii;
    let (edge, tick, corner, line) = if ascii { ('|', '+', '+', "-") } else { ('│', '┤', '└', "─") };
    let (low, high) = curve.window();
    let screen = Screen { low, high, rows };
    let yours = screen.dots(&curve.yours());
    let reference = screen.dots(&[curve.reference()]);
    let mut text = String::new();
    for row in 0..rows {
        let label = screen.label(row);
        let edge = if label.is_empty() { edge } else { tick };
        text += &format!("    {label:>6} {edge}");
        for column in 0..COLUMNS {
            let (mine, wanted) = (yours[row][column], reference[row][column]);
            text += &match (mine, wanted) {
                (0, 0) => " ".to_owned(),
                (0, _) => format!("{REFERENCE}{}{REFERENCE:#}", if ascii { '.' } else { '·' }),
                (_, _) if ascii => format!("{YOURS}#{YOURS:#}"),
                (dots, _) => {
                    format!("{YOURS}{}{YOURS:#}", char::from_u32(0x2800 + dots).unwrap_or('#'))
                }
            };
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    let marks = curve.marks();
    text += &format!("           {corner}{}\n", axis(&marks, line));
    text += &format!("           {:<31}0{:>31}\n", "-6", "x = 6");
    text += &format!("           {}\n", legend(curve, ascii));
    text
}

/// What stands in the axis below a number that is none, and what the legend calls it.
fn letter(trouble: Trouble) -> char {
    match trouble {
        Trouble::Nan => 'N',
        Trouble::Infinite => 'I',
        Trouble::Panicked => 'P',
        Trouble::OtherShape => 'S',
        Trouble::NoAnswer => '?',
        Trouble::NotImplemented => 'T',
    }
}

fn axis(marks: &[Mark], line: &str) -> String {
    let mut cells = vec![line.to_owned(); COLUMNS];
    for mark in marks {
        for cell in &mut cells[place(mark.from, COLUMNS)..=place(mark.to, COLUMNS)] {
            *cell = format!("{TROUBLE}{}{TROUBLE:#}", letter(mark.trouble));
        }
    }
    cells.concat()
}

fn legend(curve: &Curve, ascii: bool) -> String {
    let dot = if ascii { '.' } else { '·' };
    let right = format!("{REFERENCE}{dot}{REFERENCE:#} {} as it should be", curve.title);
    if curve.state != State::Written {
        return format!("{right}; yours: {}", curve.summary());
    }
    let yours = if ascii { '#' } else { '⠶' };
    let mut parts = vec![format!("{YOURS}{yours}{YOURS:#} yours"), right];
    let named = |trouble| format!("{TROUBLE}{}{TROUBLE:#} {}", letter(trouble), Trouble::name(trouble));
    parts.extend(curve.troubles().into_iter().map(named));
    let mut lines = vec![parts.join("   ")];
    lines.extend(textwrap::wrap(&curve.summary(), COLUMNS).into_iter().map(Into::into));
    lines.join("\n           ")
}

/// The range of values that is shown.
struct Screen {
    low: f64,
    high: f64,
    rows: usize,
}

impl Screen {
    /// The simplest number that lies in a row.
    fn label(&self, row: usize) -> String {
        let numbers = if self.high - self.low > 4.0 { &WHOLE[..] } else { &HALVES };
        let is_here = |&&y: &&f64| (self.low..=self.high).contains(&y) && self.dot(y) / DOWN == row;
        numbers.iter().find(is_here).map(|&y| short(y)).unwrap_or_default()
    }

    /// The row of dots, from above, on which a value lies.
    fn dot(&self, y: f64) -> usize {
        scaled((self.high - y) / (self.high - self.low), self.rows * DOWN)
    }

    /// The dots of all pieces of a line, one braille pattern a cell.
    fn dots(&self, pieces: &[Vec<(f64, f64)>]) -> Vec<Vec<u32>> {
        let mut cells = vec![vec![0; COLUMNS]; self.rows];
        let mut set = |column: usize, row: usize| {
            cells[row / DOWN][column / ACROSS] |= braille(column % ACROSS, row % DOWN);
        };
        let shown = |y: f64| (self.low..=self.high).contains(&y);
        for piece in pieces {
            let mut previous: Option<usize> = None;
            for &(x, y) in piece {
                let column = place(x, COLUMNS * ACROSS);
                let row = self.dot(y.clamp(self.low, self.high));
                // A steep line has no gaps.
                let from = previous.unwrap_or(row);
                if shown(y) {
                    (from.min(row)..=from.max(row)).for_each(|row| set(column, row));
                }
                previous = Some(row);
            }
        }
        cells
    }
}

/// The column of a number on the x axis.
fn place(x: f64, columns: usize) -> usize {
    scaled((x + REACH) / (2.0 * REACH), columns)
}

/// A part of the whole, from 0 to 1, as one of `count` places.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn scaled(part: f64, count: usize) -> usize {
    ((part * count as f64) as usize).min(count - 1)
}

/// One dot of a braille character: its patterns count down both columns, but for the lowest two.
fn braille(column: usize, row: usize) -> u32 {
    match (column, row) {
        (0, 3) => 0x40,
        (1, 3) => 0x80,
        (column, row) => 1 << (column * 3 + row),
    }
}

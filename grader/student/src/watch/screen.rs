//! The report, in place: on a screen of its own, which is gone when watching ends.

use std::io::{self, IsTerminal, Stdout, Write};

use anstream::AutoStream;
use terminal_size::{Height, Width};
use textwrap::core::display_width;

use super::keys::Keys;
use crate::render::Symbols;

/// Another screen and no cursor; and back.
const ENTER: &str = "\x1b[?1049h\x1b[?25l";
const LEAVE: &str = "\x1b[?25h\x1b[?1049l";

/// To the top; the rest of the line goes; the rest of the screen goes.
const HOME: &str = "\x1b[H";
const CLEAR_LINE: &str = "\x1b[K";
const CLEAR_BELOW: &str = "\x1b[J";

const WAITING: &str = "Watching for your next save.";

/// How it goes on, where keys are read, and where not.
const KEYS: &str = " h hint · p plot · t try again · q quit";
const WITH_ENTER: &str = ", then Enter";
const NO_KEYS: &str = " Ctrl-C ends.";

/// What is on the screen. Where standard output is no terminal, reports are printed one below the other.
pub struct Screen {
    to: AutoStream<Stdout>,
    symbols: Symbols,
    has_keys: bool,
    is_terminal: bool,
    is_open: bool,
    size: (usize, usize),
    report: String,
    status: String,
}

impl Screen {
    /// Takes the terminal, which can show these, and on which keys may be read.
    ///
    /// # Errors
    /// Where it can't be written to.
    pub fn open(symbols: Symbols, has_keys: bool) -> io::Result<Self> {
        let is_terminal = io::stdout().is_terminal();
        let mut screen = Self {
            // Whether there are colours in a report is for whoever writes the report to decide.
            to: AutoStream::always_ansi(io::stdout()),
            symbols,
            has_keys,
            is_terminal,
            is_open: is_terminal,
            size: size(),
            report: String::new(),
            status: String::new(),
        };
        if is_terminal {
            write!(screen.to, "{ENTER}")?;
            screen.to.flush()?;
        }
        Ok(screen)
    }

    /// Columns, and rows for a report.
    pub fn size(&self) -> (usize, usize) {
        let (columns, rows) = self.size;
        (columns, rows.saturating_sub(2))
    }

    /// Says what is going on, below the last report.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn grading(&mut self, words: &str) -> io::Result<()> {
        self.status = words.to_owned();
        self.draw()
    }

    /// Shows what a grading came to.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn report(&mut self, text: String) -> io::Result<()> {
        self.report = text;
        let keys = if self.has_keys { KEYS } else { NO_KEYS };
        let enter = if self.has_keys && !Keys::AT_ONCE { WITH_ENTER } else { "" };
        self.status = format!("{WAITING}{keys}{enter}");
        if self.is_terminal {
            return self.draw();
        }
        write!(self.to, "{}", self.report)?;
        self.to.flush()
    }

    /// Draws anew if the terminal's size has changed.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn fit(&mut self) -> io::Result<()> {
        if self.size == size() { Ok(()) } else { self.draw() }
    }

    /// Gives the terminal back as it was.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn close(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_open) {
            write!(self.to, "{LEAVE}")?;
            self.to.flush()?;
        }
        Ok(())
    }

    /// In one go, over what is there: nothing is cleared that is not drawn in the same moment.
    fn draw(&mut self) -> io::Result<()> {
        if !self.is_terminal {
            return Ok(());
        }
        self.size = size();
        let mut frame = String::from(HOME);
        for line in fitting(&self.report, self.size) {
            frame += &format!("{line}{CLEAR_LINE}\r\n");
        }
        frame += &format!("{CLEAR_LINE}\r\n{}{CLEAR_BELOW}", self.status);
        self.to.write_all(self.symbols.write(&frame).as_bytes())?;
        self.to.flush()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // A terminal that is gone needs nothing back.
        let _ = self.close();
    }
}

/// Columns and rows.
fn size() -> (usize, usize) {
    let (Width(columns), Height(rows)) = terminal_size::terminal_size().unwrap_or((Width(80), Height(24)));
    (usize::from(columns).max(1), usize::from(rows))
}

/// The lines that find a place above the status: all, or the first ones and a word on the others.
fn fitting(report: &str, (columns, rows): (usize, usize)) -> Vec<String> {
    let lines: Vec<&str> = report.lines().collect();
    let height = |line: &&str| display_width(line).div_ceil(columns).max(1);
    let room = rows.saturating_sub(2);
    if lines.iter().map(height).sum::<usize>() <= room {
        return lines.into_iter().map(str::to_owned).collect();
    }
    let mut taken = 1;
    let first = lines.iter().take_while(|line| {
        taken += height(line);
        taken <= room
    });
    let mut shown: Vec<String> = first.map(|line| (*line).to_owned()).collect();
    shown.push(format!("… and {} more lines, for which the screen is too small", lines.len() - shown.len()));
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_cut_and_said_to_be() {
        let report = "one\ntwo\nthree\n\x1b[1mfour\x1b[0m\n";
        assert_eq!(fitting(report, (80, 6)).len(), 4);
        let cut = fitting(report, (80, 5));
        assert_eq!(cut[..2], ["one", "two"]);
        assert!(cut[2].contains("2 more lines"), "{cut:?}");
        // A line that is wider than the screen takes two of its rows.
        assert_eq!(fitting(report, (4, 6))[..2], ["one", "two"]);
        assert_eq!(fitting(report, (4, 7)).len(), 4);
    }
}

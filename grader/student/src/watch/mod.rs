//! Grades at the start and after each save, until somebody ends it.
//!
//! - `saves`: whether a learner's file has changed
//! - `keys`: what somebody presses meanwhile
//! - `attempt`: one grading, as a process that can be ended at any time
//! - `screen`: the report, in place

mod attempt;
mod keys;
mod saves;
mod screen;

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::render::Symbols;
use attempt::{Ask, Attempt, Grading};
use grader::project::Project;
use keys::Keys;
use saves::Saves;
use screen::Screen;

/// How often the learner's files are looked at. An editor may write several times for one save: then the next look
/// ends the grading of what was there in between, which has nothing to show yet.
const LOOK: Duration = Duration::from_millis(50);

/// What happens while it watches.
enum Event {
    /// The attempt of this number says what it is at.
    Said(u64, String),
    /// The attempt of this number has ended, with this to show.
    Graded(u64, String),
    /// Somebody presses a key.
    Key(Key),
    /// Somebody wants it to end.
    End,
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    /// One more hint.
    Hint,
    /// The report with curves.
    Plot,
    /// The report anew.
    Again,
    /// The end.
    Quit,
}

impl Key {
    /// Of the byte that a terminal sends.
    fn of(byte: u8) -> Option<Self> {
        Some(match byte.to_ascii_lowercase() {
            b'h' => Self::Hint,
            b'p' => Self::Plot,
            b't' => Self::Again,
            b'q' => Self::Quit,
            _ => return None,
        })
    }
}

/// Watches until Ctrl-C; `arguments` are those of `grader grade`.
///
/// # Errors
/// Where the learner's crate can't be watched, or gradings not be started.
pub fn watch(project: &Project, arguments: Vec<String>, symbols: Symbols) -> Result<()> {
    let grading = Grading::new(arguments)?;
    let (tell, events) = mpsc::channel();
    let end = tell.clone();
    // Fails only where nobody listens any more.
    ctrlc::set_handler(move || drop(end.send(Event::End))).context("cannot listen for Ctrl-C")?;
    let mut saves = Saves::of(project.exercises().join("src"));
    let keys = Keys::read(tell.clone());
    let mut screen = Screen::open(symbols, keys.is_some())?;
    let ended = follow(&mut saves, &mut screen, &grading, &tell, &events);
    screen.close()?;
    ended
}

fn follow(
    saves: &mut Saves,
    screen: &mut Screen,
    grading: &Grading,
    tell: &Sender<Event>,
    events: &Receiver<Event>,
) -> Result<()> {
    let mut number = 0;
    let mut start = |ask: Ask, screen: &mut Screen| {
        number += 1;
        screen.grading(ask.words())?;
        Attempt::start(grading, ask, screen.size(), number, tell.clone()).map(Some)
    };
    // Dropping it ends it: nothing goes on when this function returns, in whatever way.
    let mut attempt = start(Ask::Grade, screen)?;
    loop {
        match events.recv_timeout(LOOK) {
            Ok(Event::End | Event::Key(Key::Quit)) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
            Ok(Event::Key(key)) => {
                drop(attempt.take());
                let ask = match key {
                    Key::Hint => Ask::Hint,
                    Key::Plot => Ask::Plot,
                    Key::Again | Key::Quit => Ask::Grade,
                };
                attempt = start(ask, screen)?;
            }
            Ok(Event::Said(number, line)) => {
                if attempt.as_ref().is_some_and(|attempt| attempt.number == number) {
                    screen.grading(&line)?;
                }
            }
            Ok(Event::Graded(number, text)) => {
                // One that was ended may have told before it was.
                if attempt.take_if(|attempt| attempt.number == number).is_some() {
                    screen.report(text)?;
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                screen.fit()?;
                if !saves.look() {
                    continue;
                }
                drop(attempt.take());
                attempt = start(Ask::Grade, screen)?;
            }
        }
    }
}

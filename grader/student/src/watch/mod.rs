//! Grades at the start and after each save, until somebody ends it.
//!
//! - `saves`: whether a learner's file has changed
//! - `attempt`: one grading, as a process that can be ended at any time
//! - `screen`: the report, in place

mod attempt;
mod saves;
mod screen;

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::render::Symbols;
use attempt::{Attempt, Grading};
use grader::project::Project;
use saves::Saves;
use screen::Screen;

/// How often the learner's files are looked at.
const LOOK: Duration = Duration::from_millis(80);

/// Saving is over when nothing has changed for this long, or after the longer time in any case: editors
/// write several files for one, and somebody may save all of them at once.
const QUIET: Duration = Duration::from_millis(40);
const LONGEST_SAVE: Duration = Duration::from_secs(1);

/// What happens while it watches.
enum Event {
    /// The attempt of this number says what it is at.
    Said(u64, String),
    /// The attempt of this number has ended, with this to show.
    Graded(u64, String),
    /// Somebody wants it to end.
    End,
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
    let mut screen = Screen::open(symbols)?;
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
    let mut start = || {
        number += 1;
        Attempt::start(grading, number, tell.clone()).map(Some)
    };
    screen.grading("Grading …")?;
    // Dropping it ends it: nothing goes on when this function returns, in whatever way.
    let mut attempt = start()?;
    loop {
        match events.recv_timeout(LOOK) {
            Ok(Event::End) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
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
                screen.grading("Grading …")?;
                if wants_to_end(saves, events) {
                    return Ok(());
                }
                attempt = start()?;
            }
        }
    }
}

/// Waits until saving is over; whether somebody wanted to end meanwhile.
fn wants_to_end(saves: &mut Saves, events: &Receiver<Event>) -> bool {
    let until = Instant::now() + LONGEST_SAVE;
    while Instant::now() < until {
        match events.recv_timeout(QUIET) {
            Ok(Event::End) | Err(RecvTimeoutError::Disconnected) => return true,
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => {
                if !saves.look() {
                    break;
                }
            }
        }
    }
    false
}

//! How far it has come: a bar on a terminal, a line each elsewhere.

use std::cell::Cell;
use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use crate::class::grades::entry::{Entry, Status};

/// Shows each student who is done.
pub struct Progress {
    bar: Option<ProgressBar>,
    done: Cell<usize>,
    all: usize,
}

impl Progress {
    /// Nobody of `all` is done.
    pub fn new(all: usize) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len}  {eta} left  {msg}");
            let bar = ProgressBar::new(all as u64);
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Self { bar, done: Cell::new(0), all }
    }

    /// One more is done.
    pub fn advance(&self, entry: &Entry) {
        let student = &entry.person.name;
        self.done.set(self.done.get() + 1);
        match &self.bar {
            Some(bar) => {
                bar.set_message(student.clone());
                bar.inc(1);
            }
            None => eprintln!(
                "[{}/{}] {student}: {}",
                self.done.get(),
                self.all,
                match entry.status {
                    Status::Graded => format!("{} / {}", entry.score, entry.max_score),
                    Status::Empty | Status::Ambiguous | Status::Failed | Status::Unjudged =>
                        entry.note.clone(),
                }
            ),
        }
    }

    /// All are done.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

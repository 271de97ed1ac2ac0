//! Why an exercise's file does not compile, for somebody who learns Rust.
//!
//! - `frame`: what has to stay in the file, and does not
//! - `slips`: errors that beginners make, known by rustc's number and places
//! - `relayed`: rustc's own words, without what leads astray here

mod frame;
mod relayed;
mod slips;

use grader::compiler::Message;
use grader::diagnose::Diagnosis;
use grader::rubric::Exercise;
use serde::{Deserialize, Serialize};

/// Why there is no worker: what rustc says, and what it means here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompileError {
    /// The first error in rustc's words, or cargo's where rustc has found none.
    pub words: String,
    /// The line that it is about, where it is one of the file.
    pub line: Option<usize>,
    /// How many more errors there are.
    pub more: usize,
    /// What it means, where that is known for sure.
    pub means: Option<Diagnosis>,
    /// All errors, in rustc's order; they are not kept.
    #[serde(skip)]
    pub errors: Vec<Message>,
}

/// What an error means, and whether what rustc advises helps.
struct Meaning {
    diagnosis: Diagnosis,
    rustc_helps: bool,
}

impl CompileError {
    /// Of the errors that rustc found in an exercise's file or because of it; `written` is the file, and `stub` the
    /// one that was given.
    pub fn of(exercise: &Exercise, written: &[u8], stub: &str, errors: &[Message]) -> Self {
        let file = exercise.source().path();
        let text = String::from_utf8_lossy(written);
        let first = errors.iter().find(|error| error.is_about(&file));
        let line = first.and_then(Message::primary).map(|span| span.line_start);
        if let Some((diagnosis, place)) = frame::missing(exercise, &text, stub, errors) {
            // What rustc says of other files follows from it, and its advice leads there.
            let words = first.map(|error| relayed::relayed(error, &file, false)).unwrap_or_default();
            return Self {
                words,
                line: place.or(line),
                more: 0,
                means: Some(diagnosis),
                errors: errors.to_vec(),
            };
        }
        let Some(shown) = first.or(errors.first()) else { return Self::unexplained(String::new()) };
        let meaning = slips::meaning(shown);
        let rustc_helps = meaning.as_ref().is_none_or(|meaning| meaning.rustc_helps);
        Self {
            words: relayed::relayed(shown, &file, rustc_helps),
            line,
            more: errors.len() - 1,
            means: meaning.map(|meaning| meaning.diagnosis),
            errors: errors.to_vec(),
        }
    }

    /// What it means, and what rustc says, in lines.
    pub fn in_words(&self) -> String {
        let means = self.means.as_ref().map(|means| means.says.as_str());
        let words = Some(self.words.as_str()).filter(|words| !words.is_empty());
        means.into_iter().chain(words).collect::<Vec<_>>().join("\n")
    }

    /// Where rustc has found no error: what cargo said.
    pub fn unexplained(words: String) -> Self {
        Self { words, line: None, more: 0, means: None, errors: Vec::new() }
    }
}

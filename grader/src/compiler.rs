//! What rustc says of a crate, as cargo passes it on.

use serde::{Deserialize, Serialize};

/// An error or a warning.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Message {
    /// `error` or `warning`; of a part of another message also `help` or `note`.
    pub level: String,
    /// Its number, such as `E0308`; syntax errors have none.
    pub code: Option<Code>,
    /// What is wrong, in a line or two.
    pub message: String,
    /// The places that it is about.
    pub spans: Vec<Span>,
    /// Helps and notes.
    pub children: Vec<Message>,
    /// All of it as a terminal shows it.
    pub rendered: Option<String>,
}

/// A message's number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Code {
    /// Such as `E0308`.
    pub code: String,
    /// What rustc has to say of all such errors.
    pub explanation: Option<String>,
}

/// A place in a file. Lines and columns are counted from 1; the end is not part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Span {
    /// Such as `exercises/src/activations/relu.rs`.
    pub file_name: String,
    /// Where it begins, in bytes of the file.
    pub byte_start: usize,
    /// Where it ends.
    pub byte_end: usize,
    /// Its first line.
    pub line_start: usize,
    /// Its last line.
    pub line_end: usize,
    /// Its first column.
    pub column_start: usize,
    /// The column after its last.
    pub column_end: usize,
    /// Whether the message is about this place first of all.
    pub is_primary: bool,
    /// What is said of this place.
    pub label: Option<String>,
    /// Its lines.
    pub text: Vec<Line>,
    /// What a help would write here.
    pub suggested_replacement: Option<String>,
    /// How sure that help is.
    pub suggestion_applicability: Option<String>,
}

/// A line of a place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Line {
    /// The whole line.
    pub text: String,
    /// The first column in it that the message is about.
    pub highlight_start: usize,
    /// The column after the last.
    pub highlight_end: usize,
}

impl Message {
    /// The number of the message, or an empty text.
    pub fn code(&self) -> &str {
        self.code.as_ref().map_or("", |code| &code.code)
    }

    /// The first place that it is about.
    pub fn primary(&self) -> Option<&Span> {
        self.spans.iter().find(|span| span.is_primary)
    }

    /// Whether it is about the file of this name, or of this path's end, such as `src/slopes/relu.rs`.
    pub fn is_about(&self, file: &str) -> bool {
        self.primary().is_some_and(|span| span.is_in(file))
    }
}

impl Span {
    /// Whether the place is in the file of this name, or of this path's end.
    pub fn is_in(&self, file: &str) -> bool {
        is_end_of(file, &self.file_name)
    }

    /// What is said of this place, or an empty text.
    pub fn label(&self) -> &str {
        self.label.as_deref().unwrap_or_default()
    }

    /// What stands there, in its first line.
    pub fn code(&self) -> &str {
        let (_, rest) = self.split(self.column_start);
        match self.line_start == self.line_end {
            true => at(rest, self.column_end.saturating_sub(self.column_start)).0,
            false => rest,
        }
    }

    /// What stands before it in its line.
    pub fn before(&self) -> &str {
        self.split(self.column_start).0
    }

    /// What stands behind it in its line.
    pub fn after(&self) -> &str {
        self.split(self.column_end).1
    }

    fn split(&self, column: usize) -> (&str, &str) {
        let line = self.text.first().map(|line| line.text.as_str()).unwrap_or_default();
        at(line, column.saturating_sub(1))
    }
}

/// Whether a path ends in this name, or these folders and name.
pub fn is_end_of(end: &str, path: &str) -> bool {
    let path = path.replace('\\', "/");
    path.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// The text before and from a character on; columns count characters.
fn at(text: &str, character: usize) -> (&str, &str) {
    let byte = text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte);
    text.split_at(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_cut_out_of_its_line_by_characters() {
        let text = vec![Line { text: "    ü + 1;".into(), ..Line::default() }];
        let span =
            Span { line_start: 3, line_end: 3, column_start: 7, column_end: 8, text, ..Span::default() };
        assert_eq!((span.before(), span.code(), span.after()), ("    ü ", "+", " 1;"));
        assert_eq!(Span::default().code(), "");
    }

    #[test]
    fn what_cargo_passes_on_is_read_as_far_as_it_is_known() {
        let text = r#"{"$message_type":"diagnostic","message":"mismatched types","level":"error","new":1,
            "code":{"code":"E0308","explanation":null},"children":[],"rendered":"error",
            "spans":[{"file_name":"a\\relu.rs","is_primary":true,"label":null,"text":[]}]}"#;
        let message: Message = serde_json::from_str(text).expect("it is one");
        assert_eq!((message.code(), message.is_about("relu.rs")), ("E0308", true));
        assert!(
            message.is_about("a/relu.rs") && !message.is_about("b/relu.rs") && !message.is_about("elu.rs")
        );
    }
}

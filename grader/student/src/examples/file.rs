//! Reads a file of examples line by line, so that a slip costs its own line and no other.
//!
//! Editors and cargo see TOML with one text in it. Of that, the frame is not looked at: each line that is neither
//! empty nor a comment is an example.

use anyhow::{Context, Result, bail, ensure};

use super::number::Number;
use crate::written_tensor::number;

/// What an example looks like; it gives away no more than the lesson.
pub const SUCH_AS: &str = "sigmoid 0 = 0.5";

/// An example as somebody has written it.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// The line that it stands in, counted from 1.
    pub line: usize,
    /// Which exercise's function it is about, by its name.
    pub exercise: String,
    /// The input.
    pub x: f32,
    /// What the function gives.
    pub y: Number,
    /// The input and what the function gives, as they are written.
    pub written: [String; 2],
}

/// A line that can't be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its number, counted from 1.
    pub line: usize,
    /// The exercise that it names, where it names one.
    pub exercise: Option<String>,
    /// What is the matter, and a hint.
    pub why: String,
}

/// Every example, and every line that is none, in order. `named` says which exercise is meant by a word.
pub fn read(text: &str, named: &dyn Fn(&str) -> Result<String>) -> Vec<Result<Example, Unread>> {
    let text = text.trim_start_matches('\u{feff}');
    let lines = (1..).zip(text.lines()).map(|(line, text)| (line, content(text)));
    lines
        .filter(|(_, content)| !content.is_empty())
        .map(|(line, content)| example(line, content, named))
        .collect()
}

/// A line without comments, without the frame that makes a TOML file of examples, and without what some would put
/// around an example in it.
fn content(line: &str) -> &str {
    let code = line.split('#').next().unwrap_or_default().trim();
    let inner = match code.split_once('=') {
        Some((key, rest)) if key.trim() == "examples" => rest,
        _ => code,
    };
    match inner.trim_matches(['"', '\'', ',', ' ', '\t']) {
        "[" | "]" => "",
        example => example,
    }
}

fn example(line: usize, text: &str, named: &dyn Fn(&str) -> Result<String>) -> Result<Example, Unread> {
    let mut exercise = None;
    let mut read = || {
        let (left, y) =
            text.split_once('=').with_context(|| format!("`{text}` has no `=`\nhint: {}", form()))?;
        // Some write tanh(0.7), as the lesson does.
        let left = left.replace(['(', ')'], " ");
        let mut words = left.split_whitespace();
        let (Some(name), Some(x), None) = (words.next(), words.next(), words.next()) else {
            bail!("`{text}` does not begin with a function and one number\nhint: {}", form());
        };
        let name = named(name)?;
        exercise = Some(name.clone());
        // Some write ==, as in Rust.
        let y = y.trim_start_matches('=').trim();
        ensure!(!y.is_empty(), "`{text}` ends with `=`\nhint: {}", form());
        let written = [x.to_owned(), y.to_owned()];
        Ok(Example { line, exercise: name, x: number(x)?, y: y.parse()?, written })
    };
    let read = read();
    read.map_err(|why| Unread { line, exercise, why: why.to_string() })
}

fn form() -> String {
    format!("write each example in a line of its own, such as {SUCH_AS}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Result<Example, Unread> {
        let named = |name: &str| match name {
            "tanh" => Ok(name.to_owned()),
            _ => bail!("no exercise `{name}`"),
        };
        let mut all = read(text, &named);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        all.remove(0)
    }

    #[test]
    fn an_example_is_read_however_it_is_framed() {
        for text in [
            "tanh 0.7 = 0.6044",
            "  tanh\t0.7=0.6044  # by hand\r",
            "tanh(0.7) = 0.6044",
            "tanh (0.7) = 0.6044",
            "\"tanh 0.7 = 0.6044\",",
            "examples = \"tanh 0.7 = 0.6044\"",
            "tanh 0.7 == 0.6044",
            "examples = [\n\"tanh 0.7 = 0.6044\",\n]\n",
            "\u{feff}# Mine.\nexamples = \"\"\"\n\ntanh 0.7 = 0.6044\n\"\"\"\n",
        ] {
            let example = one(text).expect(text);
            assert_eq!((example.exercise.as_str(), example.x), ("tanh", 0.7), "{text}");
            assert_eq!(example.y, Number { value: 0.6044, decimals: 4 }, "{text}");
            assert_eq!(example.written, ["0.7", "0.6044"]);
        }
        assert_eq!(
            one("# One.\n\ntanh -∞ = −1").map(|example| (example.line, example.x)),
            Ok((3, f32::NEG_INFINITY))
        );
    }

    #[test]
    fn a_line_that_is_none_says_why() {
        let why = |text: &str| one(text).expect_err(text).why;
        assert!(why("tanh 0.7").starts_with("`tanh 0.7` has no `=`\nhint: write each example"));
        assert!(
            why("0.7 = 0.6044").starts_with("`0.7 = 0.6044` does not begin with a function and one number")
        );
        assert!(why("tanh [1, 2] = [3, 4]").starts_with("`tanh [1, 2] = [3, 4]` does not begin"));
        assert!(why("tanh 0,7 = 0.6044").starts_with("`0,7` is no number\nhint: numbers are"));
        assert!(why("tanh 0.7 = 0.6 = 0.60").starts_with("`0.6 = 0.60` is no number"));
        assert!(why("tanh 0.7 =").starts_with("`tanh 0.7 =` ends with `=`"));
        assert_eq!(why("sinh 0.7 = 0.7586"), "no exercise `sinh`");
        assert_eq!(one("tanh x = 1").expect_err("no number").exercise.as_deref(), Some("tanh"));
        assert_eq!(one("sinh 1 = 1").expect_err("no exercise").exercise, None);
    }

    #[test]
    fn what_is_no_example_is_passed_over() {
        let none = "# Comments.\nexamples = \"\"\"\n\n  # More of them.\n\"\"\"\n";
        assert!(read(none, &|name| Ok(name.to_owned())).is_empty());
        assert!(read("", &|name| Ok(name.to_owned())).is_empty());
    }
}

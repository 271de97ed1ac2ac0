//! What is no Rust.

use grader::compiler::{Message, Span};

use super::super::Meaning;
use super::{ours, with_rustcs_advice};

/// What an error of syntax means.
pub fn meaning(error: &Message) -> Option<Meaning> {
    let primary = error.primary()?;
    let message = error.message.as_str();
    if message.starts_with("mismatched closing delimiter") || message.contains("unclosed delimiter") {
        let open = error.spans.iter().find(|span| span.label().starts_with("unclosed delimiter"))?;
        return unclosed(open);
    }
    if message.starts_with("unexpected closing delimiter") {
        let missing = error.spans.iter().find(|span| span.label().starts_with("missing open"));
        let (line, bracket) = match missing {
            Some(span) => (span.line_start, closing(span.label().split('`').nth(1)?)?),
            None => (primary.line_start, primary.code()),
        };
        return ours(
            "unopened",
            format!("Line {line} has a `{bracket}` too many, or lacks the one that opens it."),
        );
    }
    if message == "`and` is not a logical operator" || message == "`or` is not a logical operator" {
        return with_rustcs_advice("other_language", "\"And\" is `&&` in Rust, and \"or\" is `||`.");
    }
    let before = primary.before().trim_end();
    let says = match primary.code() {
        "elif" => "`elif` is written `else if` in Rust.",
        "=>" | "->" => "A closure is written with bars: `|v| …`.",
        _ if before.ends_with("lambda") => {
            "A lambda is called a closure here, and written with bars: `|v| …`."
        }
        _ if before.ends_with('?') && message.starts_with("expected one of") => {
            "Rust has no `… ? … : …`. An `if` has a value: `if … { … } else { … }`."
        }
        "if" if message.contains("missing a block") => {
            "In Rust the question comes first, and braces are needed: `if … { … } else { … }`. That has a value."
        }
        _ => return None,
    };
    ours("other_language", says)
}

fn unclosed(open: &Span) -> Option<Meaning> {
    let closing = closing(open.code())?;
    let says = format!(
        "The `{}` in line {}, column {} is never closed: a `{closing}` is missing.",
        open.code(),
        open.line_start,
        open.column_start
    );
    ours("unclosed", says)
}

fn closing(opening: &str) -> Option<&'static str> {
    Some(match opening {
        "(" => ")",
        "{" => "}",
        "[" => "]",
        _ => return None,
    })
}

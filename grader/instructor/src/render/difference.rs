//! What leads from one text to another, line by line.

use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use crate::difference::Difference;

/// For a terminal, with colours; nothing where the two are the same, and where there is no text to begin
/// with, no more than the names.
pub fn difference(found: &Difference) -> String {
    if found.from == found.to {
        return String::new();
    }
    let (removed, added) = (AnsiColor::Red.on_default(), AnsiColor::Green.on_default());
    let bold = Style::new().bold();
    let mut text = format!("{bold}--- {}\n+++ {}{bold:#}\n", found.from_name, found.to_name);
    if found.from.is_empty() {
        return text;
    }
    for hunk in TextDiff::from_lines(&found.from, &found.to).unified_diff().context_radius(2).iter_hunks() {
        text += &format!("{}\n", hunk.header());
        for change in hunk.iter_changes() {
            let style = match change.tag() {
                ChangeTag::Delete => removed,
                ChangeTag::Insert => added,
                ChangeTag::Equal => Style::new(),
            };
            let line = change.value().trim_end_matches('\n');
            text += &format!("{style}{}{line}{style:#}\n", change.tag());
        }
    }
    text
}

/// The same as Markdown: a block of code that nothing in it can end.
pub fn markdown_difference(found: &Difference) -> String {
    let text = anstream::adapter::strip_str(&difference(found)).to_string();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    let text = if text.is_empty() { " the same\n".to_owned() } else { text };
    format!("{fence}diff\n{text}{fence}\n")
}

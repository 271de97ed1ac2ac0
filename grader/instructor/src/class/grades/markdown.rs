//! The summary as Markdown, with a table of everyone.

use super::entry::Entry;
use super::file_name::file_name;
use super::summary::{Style, Summary};

/// The summary, and links to what is kept of each student.
pub fn markdown(summary: &Summary, entries: &[&Entry]) -> String {
    let style = Style { heading: "## ", figures: "    ", item: "- ", text: literal };
    let mut text = summary.render(&style);
    text += "\n## Everyone\n\n| student | score | | |\n|---|---|---|---|\n";
    for entry in entries {
        let (file, name, score) = (file_name(&entry.person.key), literal(&entry.person.name), entry.score);
        let status = entry.status;
        text += &match entry.has_report {
            false => format!("| {name} | {status} | | |\n"),
            true => format!(
                "| {name} | {score} | [report](<students/{file}/report.md>) | [beside the reference](<instructor/{file}.diff.md>) |\n"
            ),
        };
    }
    text
}

/// Foreign text that is nothing but text: no markup, no HTML, no link, no end of a cell.
fn literal(text: &str) -> String {
    let special = |c: char| c.is_ascii_punctuation() && !matches!(c, ',' | '-' | '\'' | '.' | ';');
    // A web address without anything special in it, and a number that would begin a list.
    let mut literal = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let is_dot_of_something = c == '.' && (before.is_ascii_digit() || before.eq_ignore_ascii_case(&'w'));
        if special(c) || is_dot_of_something || (c == '-' && literal.trim().is_empty()) {
            literal.push('\\');
        }
        literal.push(c);
        before = c;
    }
    literal
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn nothing_becomes_markup() {
        assert_eq!(
            literal("<img src=x onerror=y> &amp; | `a` **b** [c](d) ![e](f)"),
            r"\<img src\=x onerror\=y\> \&amp; \| \`a\` \*\*b\*\* \[c\]\(d\) \!\[e\]\(f\)"
        );
        assert_eq!(literal("http://x.example www.x.example"), r"http\:\/\/x.example www\.x.example");
        assert_eq!(literal("# a"), r"\# a");
        assert_eq!(literal("- a-b 1. c"), r"\- a-b 1\. c");
        assert_eq!(literal("Zoë O'Neil, Jr."), "Zoë O'Neil, Jr.");
    }
}

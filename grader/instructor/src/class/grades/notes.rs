//! What is said to a student beside the report: what is taken off the score, and what has changed since an earlier
//! submission. It is put into pages that are written already, which nothing has to be run again for.

use anyhow::{Context, Result};

/// Between these stand notes on a page. Whatever a student wrote is escaped there, so neither can be a student's.
const BEGIN: &str = "<div class=\"notes\">";
const END: &str = "</div>";
/// What they stand before: the end of the page's head.
const BEFORE: &str = "</header>";

/// What they stand behind in Markdown: the line of the points, which is the third.
const LINES_BEFORE: usize = 3;

/// A page with these notes instead of those that it has.
///
/// # Errors
/// Where it is no page of a report.
pub fn on_page(page: &str, notes: &[String]) -> Result<String> {
    let head = page.find(BEFORE).context("a report's page has no head")?;
    let (head, rest) = page.split_at(head);
    let without = head.split_once(BEGIN).and_then(|(before, after)| {
        let (_, after) = after.split_once(END)?;
        Some(format!("{before}{after}"))
    });
    let mut page = without.unwrap_or_else(|| head.to_owned());
    if !notes.is_empty() {
        let notes: String =
            notes.iter().map(|note| format!("<p class=\"note\">{}</p>", escaped(note))).collect();
        page += &format!("{BEGIN}{notes}{END}");
    }
    Ok(page + rest)
}

/// A report in Markdown with these notes instead of those that it has.
pub fn in_markdown(report: &str, notes: &[String]) -> String {
    let lines: Vec<&str> = report.split_inclusive('\n').collect();
    let (before, rest) = lines.split_at(LINES_BEFORE.min(lines.len()));
    // Nothing of the report itself is quoted there.
    let is_note = |line: &&&str| line.starts_with("> ");
    let rest = match rest {
        [blank, after @ ..] if *blank == "\n" && after.first().is_some_and(|line| line.starts_with("> ")) => {
            let count = after.iter().take_while(|line| is_note(line) || line.trim_end() == ">").count();
            &after[count..]
        }
        rest => rest,
    };
    let mut text = before.concat();
    if !notes.is_empty() {
        let quoted: Vec<String> = notes.iter().map(|note| format!("> {note}\n")).collect();
        text += "\n";
        text += &quoted.join(">\n");
    }
    text + &rest.concat()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_put_in_replaced_and_taken_out_again() {
        let page = "<header class=\"top\"><h1>Ada</h1></header>\n<main><header>x</header></main>";
        let report = "# Report\n\n**1 / 2 points**\n\nBeyond: 3\n\n> **quoted**\n";
        let notes = ["5 < 7 & more".to_owned(), "another".to_owned()];
        let noted = on_page(page, &notes).expect("a page");
        assert!(
            noted.contains("<h1>Ada</h1><div class=\"notes\"><p class=\"note\">5 &lt; 7 &amp; more</p>"),
            "{noted}"
        );
        assert_eq!(noted.matches("another").count(), 1);
        assert_eq!(on_page(&noted, &notes).expect("a page"), noted);
        assert_eq!(on_page(&noted, &[]).expect("a page"), page);
        let noted = in_markdown(report, &notes);
        assert!(
            noted.starts_with("# Report\n\n**1 / 2 points**\n\n> 5 < 7 & more\n>\n> another\n\nBeyond: 3"),
            "{noted}"
        );
        assert_eq!(in_markdown(&noted, &notes), noted);
        assert_eq!(in_markdown(&noted, &[]), report);
        assert!(on_page("", &notes).is_err());
    }
}

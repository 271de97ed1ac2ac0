//! rustc's message in a window of any width: what it says is wrapped, and never cut.

/// Columns that a label needs beside what it points at; with fewer, it goes below.
const ROOM: usize = 24;

/// The lines of a message, each of which fits. Only code is cut where it is wider, because marks point into it.
pub fn fitted(message: &str, columns: usize) -> Vec<String> {
    let lines = message.lines().skip_while(|line| line.trim().is_empty());
    lines.flat_map(|line| fit(line.trim_end(), columns)).collect()
}

fn fit(line: &str, columns: usize) -> Vec<String> {
    if line.chars().count() <= columns {
        return vec![line.to_owned()];
    }
    match line.split_once("| ").or_else(|| line.split_once("|")) {
        Some((number, _))
            if number.trim().chars().all(|c| c.is_ascii_digit()) && !number.trim().is_empty() =>
        {
            vec![line.chars().take(columns.saturating_sub(1)).chain(['…']).collect()]
        }
        Some((gutter, marks)) if gutter.trim().is_empty() => label(gutter, marks, columns),
        _ => {
            let indent = match line.find("= note: ").or_else(|| line.find("= help: ")) {
                Some(at) => at + "= note: ".len(),
                None => 6 + line.len() - line.trim_start().len(),
            };
            wrapped(line, indent, columns)
        }
    }
}

/// A label, on from its first line's column, or below what it points at.
fn label(gutter: &str, marks: &str, columns: usize) -> Vec<String> {
    let is_mark = |c: char| matches!(c, '^' | '-' | '_' | '|' | ' ' | '~' | '+');
    let words = marks.trim_start_matches(is_mark);
    let marks = &marks[..marks.len() - words.len()];
    let start = format!("{gutter}| {marks}");
    if words.is_empty() {
        return vec![start.chars().take(columns.saturating_sub(1)).chain(['…']).collect()];
    }
    let column = start.chars().count();
    let below = gutter.len() + 4;
    if column + ROOM <= columns {
        let mut lines = wrapped_words(words, columns - column);
        for (number, line) in lines.iter_mut().enumerate() {
            *line = match number {
                0 => format!("{start}{line}"),
                _ => format!("{gutter}| {:1$}{line}", "", column - gutter.len() - 2),
            };
        }
        return lines;
    }
    let rest = wrapped_words(words, columns.saturating_sub(below).max(ROOM));
    let rest = rest.into_iter().map(|line| format!("{gutter}|   {line}"));
    [start.trim_end().to_owned()].into_iter().chain(rest).collect()
}

fn wrapped(line: &str, indent: usize, columns: usize) -> Vec<String> {
    let indent = " ".repeat(indent.min(columns / 2));
    let options = textwrap::Options::new(columns).subsequent_indent(&indent);
    textwrap::wrap(line, options).into_iter().map(Into::into).collect()
}

fn wrapped_words(words: &str, columns: usize) -> Vec<String> {
    textwrap::wrap(words, columns).into_iter().map(Into::into).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rustc_says_is_wrapped_and_its_code_is_cut() {
        let message = "\nerror[E0308]: mismatched types, and many more words than fit\n   |\n 7 |     \
                       x.mapv(|v| some_function_of(v) + 1.0000000); // long\n   |     -   ^^^^ expected a tensor, found \
                       nothing at all\n   |                                 ^ help: remove this semicolon\n   = note: \
                       expected struct `Tensor` and found unit type";
        let expected = "\
error[E0308]: mismatched types, and many
      more words than fit
   |
 7 |     x.mapv(|v| some_function_of(v) …
   |     -   ^^^^
   |   expected a tensor, found nothing
   |   at all
   |                                 ^
   |   help: remove this semicolon
   = note: expected struct `Tensor` and
           found unit type";
        assert_eq!(fitted(message, 41).join("\n"), expected);
        assert_eq!(fitted("short", 41), ["short"]);
    }
}

//! Words, numbers and signs of a text that may hold code, however these are spelled and spaced.

/// How to read a text that may hold code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As a compiler does: comments are left out.
    Code,
    /// As prose: comments are kept, and what marks a line as a comment is left out.
    Prose,
}

/// A word, a number or a sign, in one spelling.
pub type Token = String;

/// Types that are no names of anybody's.
pub const PRIMITIVES: [&str; 6] = ["bool", "f32", "f64", "i32", "u32", "usize"];

/// Paths begin with these or not, depending on a file's imports.
const ROOTS: [&str; 4] = ["crate", "nn", "self", "super"];

/// What marks a line as a comment, or as one of Markdown's; longer ones come first.
const MARKERS: [&str; 10] = ["///", "//!", "//", "/**", "/*", "* ", "# ", "#", "- ", "> "];

/// Takes a text apart. Commas and semicolons before a closing bracket are left out, and so is the
/// beginning of a path that depends on imports.
pub fn tokens(text: &str, reading: Reading) -> Vec<Token> {
    let text = match reading {
        Reading::Code => without_comments(text),
        Reading::Prose => text.lines().flat_map(|line| [without_marker(line), "\n"]).collect(),
    };
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '0'..='9' => number(rest),
            'a'..='z' | 'A'..='Z' | '_' => word(rest),
            ':' if rest.starts_with("::") => 2,
            other => other.len_utf8(),
        };
        let (token, left) = rest.split_at(length);
        rest = left.trim_start();
        if token == "::" && tokens.last().is_some_and(|last| ROOTS.contains(&last.as_str())) {
            tokens.pop();
            continue;
        }
        if [")", "]", "}"].contains(&token)
            && tokens.last().is_some_and(|last| [",", ";"].contains(&last.as_str()))
        {
            tokens.pop();
        }
        tokens.push(if first.is_ascii_digit() { spelled(token) } else { token.to_owned() });
    }
    tokens
}

fn word(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len())
}

/// How long the number is that a text begins with.
fn number(text: &str) -> usize {
    let whole = word(text);
    let (digits, rest) = text.split_at(whole);
    let sign =
        rest.strip_prefix(['-', '+']).filter(|_| digits.ends_with(['e', 'E']) && !digits.starts_with("0x"));
    if let Some(exponent) = sign {
        return whole + 1 + word(exponent);
    }
    match rest.strip_prefix('.') {
        Some(more) if more.starts_with(|c: char| c.is_ascii_digit()) => whole + 1 + number(more),
        Some(more) if !more.starts_with(|c: char| c.is_ascii_alphabetic() || c == '.' || c == '_') => {
            whole + 1
        }
        _ => whole,
    }
}

/// A number in one spelling: `0.0`, `0.`, `0f32` and `0_f32` are one.
fn spelled(number: &str) -> Token {
    let bare = number.replace('_', "");
    let bare = PRIMITIVES.iter().find_map(|suffix| bare.strip_suffix(suffix)).unwrap_or(&bare);
    bare.parse::<f64>().map_or_else(|_| bare.to_owned(), |number| number.to_string())
}

fn without_comments(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("/*").into_iter().chain(rest.find("//")).min() {
        code += &rest[..at];
        let end = if rest[at..].starts_with("//") { "\n" } else { "*/" };
        let comment = &rest[at + 2..];
        rest = comment.find(end).map_or("", |end_at| &comment[end_at + end.len()..]);
        code.push('\n');
    }
    code + rest
}

fn without_marker(line: &str) -> &str {
    let line = line.trim_start();
    MARKERS.iter().find_map(|marker| line.strip_prefix(marker)).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_end_where_rust_ends_them() {
        let tokens = tokens("1e-2 + 2.max(0..3) 0x1e-1 1.5e3f64", Reading::Code);
        let wanted = ["0.01", "+", "2", ".", "max", "(", "0", ".", ".", "3", ")", "0x1e", "-", "1", "1500"];
        assert_eq!(tokens, wanted);
    }
}

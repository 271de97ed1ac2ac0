//! Code that is recognised however it is spaced, commented, and whatever its local names are.

use std::collections::HashSet;

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

/// A sequence of tokens in which local names may be any names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// This very token.
    Exact(Token),
    /// A local name, by the order in which names come up.
    Local(usize),
}

const KEYWORDS: [&str; 20] = [
    "as", "break", "const", "continue", "else", "false", "fn", "for", "if", "impl", "in", "let", "loop",
    "match", "move", "mut", "return", "true", "where", "while",
];
const PRIMITIVES: [&str; 6] = ["bool", "f32", "f64", "i32", "u32", "usize"];

/// Paths begin with these or not, depending on a file's imports.
const ROOTS: [&str; 4] = ["crate", "nn", "self", "super"];

/// What marks a line as a comment, or as one of Markdown's; longer ones come first.
const MARKERS: [&str; 10] = ["///", "//!", "//", "/**", "/*", "* ", "# ", "#", "- ", "> "];

impl Pattern {
    /// The pattern of a body; `functions` are names that stay as they are, as all that is called does.
    pub fn new(body: &[Token], functions: &[Token]) -> Self {
        let mut locals: Vec<&Token> = Vec::new();
        let mut pieces = Vec::new();
        for (at, token) in body.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| body.get(before)).map_or("", Token::as_str);
            let after = body.get(at + 1).map_or("", Token::as_str);
            let is_path = [before, after].contains(&"::");
            let is_called = before == "." || after == "(" || after == "!";
            let is_word = KEYWORDS.contains(&token.as_str()) || PRIMITIVES.contains(&token.as_str());
            let is_local = token.starts_with(|c: char| c.is_ascii_lowercase())
                && !(is_path || is_called || is_word || functions.contains(token));
            pieces.push(if is_local {
                let known = locals.iter().position(|local| *local == token);
                Piece::Local(known.unwrap_or_else(|| {
                    locals.push(token);
                    locals.len() - 1
                }))
            } else {
                Piece::Exact(token.clone())
            });
        }
        Self { pieces }
    }

    /// How many tokens it has.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether it stands somewhere in a text, of which `all` are the tokens without repetition.
    pub fn stands_in(&self, text: &[Token], all: &HashSet<&str>) -> bool {
        let is_possible = self.exact().all(|(_, token)| all.contains(token));
        is_possible && !self.pieces.is_empty() && text.windows(self.len()).any(|part| self.is(part))
    }

    fn exact(&self) -> impl Iterator<Item = (usize, &str)> {
        self.pieces.iter().enumerate().filter_map(|(at, piece)| match piece {
            Piece::Exact(token) => Some((at, token.as_str())),
            Piece::Local(_) => None,
        })
    }

    fn is(&self, part: &[Token]) -> bool {
        if !self.exact().all(|(at, token)| part[at] == token) {
            return false;
        }
        let mut locals: Vec<&str> = Vec::new();
        self.pieces.iter().zip(part).all(|(piece, token)| {
            let Piece::Local(number) = piece else { return true };
            match locals.get(*number) {
                Some(local) => local == token,
                None => {
                    let is_new = is_name(token) && !locals.contains(&token.as_str());
                    locals.push(token);
                    is_new
                }
            }
        })
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
}

/// The bodies of all functions in code, each without its braces, and the functions' names.
pub fn functions(code: &[Token]) -> (Vec<&[Token]>, Vec<Token>) {
    let (mut bodies, mut names) = (Vec::new(), Vec::new());
    for (at, _) in code.iter().enumerate().filter(|(_, token)| *token == "fn") {
        let opens = code[at..].iter().position(|token| token == "{").map(|open| at + open + 1);
        let Some(start) = opens else { continue };
        let mut depth = 1;
        let end = code[start..].iter().position(|token| {
            depth += i32::from(token == "{") - i32::from(token == "}");
            depth == 0
        });
        bodies.extend(end.map(|end| &code[start..start + end]));
        names.extend(code.get(at + 1).cloned());
    }
    (bodies, names)
}

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

    fn found(body: &str, text: &str, reading: Reading) -> bool {
        let text = tokens(text, reading);
        let all = text.iter().map(String::as_str).collect();
        Pattern::new(&tokens(body, Reading::Code), &[]).stands_in(&text, &all)
    }

    #[test]
    fn spaces_comments_names_and_spellings_hide_nothing() {
        let body = "x.mapv(|v| if v < 0.0 { 0.0 } else { v })";
        for code in [
            "let y = x . mapv(\n|v| // each\n if v < 0. { 0f32 } else /* or */ { v },\n);",
            "input.mapv(|value| if value < 0.0_f32 { 0.0 } else { value })",
        ] {
            assert!(found(body, code, Reading::Code), "{code}");
        }
        assert!(found(
            body,
            "/// It is `x.mapv(|v|\n    /// if v < 0.0 { 0.0 } else { v })`.",
            Reading::Prose
        ));
        assert!(found("*y = crate::math::tanh(*y);", "# Try `*z = math::tanh(*z);`", Reading::Prose));
        for other in [
            "x.mapv(|v| if v < 0.0 { 0.0 } else { w })",
            "x.mapv(|x| if x < 0.0 { 0.0 } else { x })",
            "x.map(|v| if v < 0.0 { 0.0 } else { v })",
            "x.mapv(|v| if v < 1.0 { 0.0 } else { v })",
        ] {
            assert!(!found(body, other, Reading::Code), "{other}");
        }
    }

    #[test]
    fn numbers_end_where_rust_ends_them() {
        let tokens = tokens("1e-2 + 2.max(0..3) 0x1e-1 1.5e3f64", Reading::Code);
        let wanted = ["0.01", "+", "2", ".", "max", "(", "0", ".", ".", "3", ")", "0x1e", "-", "1", "1500"];
        assert_eq!(tokens, wanted);
    }

    #[test]
    fn every_function_has_a_body_and_a_name() {
        let code = tokens("impl A for B { fn a() { one { two } } }\nfn b<T>(t: T) -> T { t }", Reading::Code);
        let (bodies, names) = functions(&code);
        assert_eq!(bodies, [&["one", "{", "two", "}"][..], &["t"][..]]);
        assert_eq!(names, ["a", "b"]);
    }
}

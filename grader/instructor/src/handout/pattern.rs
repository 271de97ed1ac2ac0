//! Code that is recognised however it is spaced, commented, and whatever its local names are.

use std::collections::HashSet;

use super::tokens::{PRIMITIVES, Token};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handout::tokens::{Reading, tokens};

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
    fn every_function_has_a_body_and_a_name() {
        let code = tokens("impl A for B { fn a() { one { two } } }\nfn b<T>(t: T) -> T { t }", Reading::Code);
        let (bodies, names) = functions(&code);
        assert_eq!(bodies, [&["one", "{", "two", "}"][..], &["t"][..]]);
        assert_eq!(names, ["a", "b"]);
    }
}

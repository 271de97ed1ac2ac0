//! What a learner's file must not hold: whatever would run outside `forward`, or be read from outside it.
//!
//! Some of it the compiler lets pass though `unsafe` code is forbidden, and code that runs before a
//! program's `main` runs before that could lock itself. The check is on tokens, as Rust's lexer splits
//! them: comments and texts hold what they like, and what stands inside a macro's call is seen, too.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

/// Words that stand for something forbidden wherever they stand.
const ANYWHERE: [(&str, &str); 18] = [
    ("unsafe", BEYOND),
    ("extern", BEYOND),
    ("asm", BEYOND),
    ("global_asm", BEYOND),
    ("naked_asm", BEYOND),
    ("naked", BEYOND),
    ("no_mangle", BEYOND),
    ("export_name", BEYOND),
    ("link_section", BEYOND),
    ("link_name", BEYOND),
    ("link_args", BEYOND),
    ("linkage", BEYOND),
    ("global_allocator", BEYOND),
    ("panic_handler", BEYOND),
    ("include", ELSEWHERE),
    ("include_str", ELSEWHERE),
    ("include_bytes", ELSEWHERE),
    ("option_env", ELSEWHERE),
];

/// Words that do so in an attribute. A macro can put an attribute together out of what it is called
/// with, so in a file that defines one they do it wherever they stand.
const IN_ATTRIBUTES: [(&str, &str); 3] = [("link", BEYOND), ("used", BEYOND), ("path", ELSEWHERE)];

/// How deep brackets may stand in brackets: this search goes as deep, and people go to ten or so.
const DEEPEST: usize = 200;

const BEYOND: &str = "it reaches past what Rust keeps safe";
const ELSEWHERE: &str = "it takes something from outside the file";

/// What became of looking for forbidden words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// There are none.
    Nothing,
    /// There is one, in a sentence for the learner.
    Forbidden(String),
    /// The file can't be split into tokens, so nobody knows. The compiler will say why.
    Unreadable,
}

/// Looks for the first forbidden word of a file.
pub fn look(content: &[u8]) -> Found {
    let Ok(text) = str::from_utf8(content) else { return Found::Unreadable };
    let Ok(tokens) = text.parse::<TokenStream>() else { return Found::Unreadable };
    if is_deeper_than(DEEPEST, tokens.clone()) {
        return Found::Unreadable;
    }
    let everywhere = defines_macros(&tokens);
    match (Search { everywhere }).first(tokens, false) {
        None => Found::Nothing,
        Some((what, line, why)) => {
            Found::Forbidden(format!("refused: `{what}` in line {line}, because {why}"))
        }
    }
}

/// A forbidden word, its line, and what is wrong with it.
type Word = (String, usize, &'static str);

struct Search {
    /// Whether words that are forbidden in attributes are forbidden everywhere.
    everywhere: bool,
}

impl Search {
    fn first(&self, tokens: TokenStream, in_attribute: bool) -> Option<Word> {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        (0..tokens.len()).find_map(|at| match &tokens[at] {
            TokenTree::Ident(word) => self.judge(word, &tokens[at + 1..], in_attribute),
            TokenTree::Group(group) => {
                let is_attribute = group.delimiter() == Delimiter::Bracket && follows_a_hash(&tokens[..at]);
                self.first(group.stream(), in_attribute || is_attribute)
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => None,
        })
    }

    fn judge(&self, word: &Ident, rest: &[TokenTree], in_attribute: bool) -> Option<Word> {
        let name = plain(word);
        let found = |what: String, why: &'static str| Some((what, word.span().start().line, why));
        let in_attribute = in_attribute || self.everywhere;
        let listed = ANYWHERE.iter().chain(IN_ATTRIBUTES.iter().filter(|_| in_attribute));
        if let Some((_, why)) = listed.into_iter().find(|(known, _)| *known == name) {
            return found(name.clone(), why);
        }
        match name.as_str() {
            // As a module it is the program's environment, which is empty; as a macro the compiler's.
            "env" if !is_path(rest) => found("env!".into(), ELSEWHERE),
            // A setting is `feature = …`, and a switch of the compiler's `feature(…)`.
            "feature" if in_attribute && matches!(rest, [TokenTree::Group(_), ..]) => {
                found("feature(…)".into(), BEYOND)
            }
            "mod" if !is_inline_module(rest) => found("mod …;".into(), ELSEWHERE),
            _ => None,
        }
    }
}

fn defines_macros(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(word) => ["macro_rules", "macro"].contains(&plain(&word).as_str()),
        TokenTree::Group(group) => defines_macros(&group.stream()),
        _ => false,
    })
}

fn is_deeper_than(most: usize, tokens: TokenStream) -> bool {
    let mut open = vec![(tokens, 0)];
    while let Some((tokens, depth)) = open.pop() {
        if depth > most {
            return true;
        }
        open.extend(tokens.into_iter().filter_map(|token| match token {
            TokenTree::Group(group) => Some((group.stream(), depth + 1)),
            _ => None,
        }));
    }
    false
}

/// The word itself, whether or not it is written as `r#word`.
fn plain(word: &Ident) -> String {
    let name = word.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}

/// `#` or `#!` before a bracket makes an attribute of it.
fn follows_a_hash(before: &[TokenTree]) -> bool {
    let is = |token: &TokenTree, sign| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
    match before {
        [.., hash, mark] if is(mark, '!') => is(hash, '#'),
        [.., hash] => is(hash, '#'),
        [] => false,
    }
}

fn is_path(rest: &[TokenTree]) -> bool {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
    matches!(rest, [first, second, ..] if is_colon(first) && is_colon(second))
}

fn is_inline_module(rest: &[TokenTree]) -> bool {
    let [TokenTree::Ident(_), TokenTree::Group(body), ..] = rest else { return false };
    body.delimiter() == Delimiter::Brace
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_out_of_a_file_is_refused_however_it_is_written() {
        for text in [
            "fn f() { unsafe { g() } }",
            "fn f() { r#unsafe { g() } }",
            "#[unsafe(naked)] fn f() {}",
            "impl A { #[link_section = \".init\"] fn f() {} }",
            "m!(x, { [unsafe] });",
            "extern \"C\" fn f() {}",
            "extern crate channel;",
            "use core::arch::global_asm as harmless;",
            "use std::arch::{x86_64::*, naked_asm};",
            "std::arch::asm!(\"nop\");",
            "#[used] static A: u8 = 1;",
            "#[cfg_attr(all(), path = \"/etc/passwd\")] mod a {}",
            "#![feature(naked_functions)]",
            "macro_rules! m { ($a:ident) => { #[$a = \"x\"] fn f() {} } } m!(path);",
            "macro_rules! m { ($h:tt) => { $h [path = \"x\"] fn f() {} } } m!(#);",
            "mod elsewhere;",
            "macro_rules! m { ($n:ident) => { mod $n; } }",
            "macro_rules! m { ($m:tt) => { $m n; } } m!(mod);",
            "const A: &str = core::include_str!(concat!(\"/etc/\", \"passwd\"));",
            "#[doc = include_str!(\"x\")] struct A;",
            "use std::include as harmless;",
            "const A: Option<&str> = option_env!(\"TMPDIR\");",
            "const A: &str = env!(\"PATH\");",
            "use std::env as harmless;",
            "use std::{env, fmt};",
        ] {
            assert!(matches!(look(text.as_bytes()), Found::Forbidden(_)), "{text}");
        }
    }

    #[test]
    fn the_first_word_is_named_with_its_line() {
        let found = look(b"fn a() {}\n\nfn b() { include!(\"x\"); unsafe {} }");
        let says = "refused: `include` in line 3, because it takes something from outside the file";
        assert_eq!(found, Found::Forbidden(says.into()));
    }

    #[test]
    fn comments_texts_and_honest_code_hold_what_they_like() {
        for text in [
            "// unsafe\n/* include_str!(\"x\") /* mod a; */ */ //! extern\nfn f() {}",
            "/// No `unsafe`, no `extern`.\nfn f() { println!(\"unsafe {}\", r#\"mod a; \"asm!\"\"#); }",
            "fn f(path: &str, link: u8, used: bool, feature: u8) -> char { '\"' }",
            "#[cfg(test)] mod tests { use super::*; #[test] fn f() {} }",
            "#[cfg(feature = \"fast\")] fn f<'a>(x: &'a u8) {}",
            "fn f() { std::env::args(); }",
            "macro_rules! square { ($x:expr) => { $x * $x } }",
        ] {
            assert_eq!(look(text.as_bytes()), Found::Nothing, "{text}");
        }
    }

    #[test]
    fn what_is_no_rust_is_left_to_the_compiler() {
        for content in [&b"fn f() { \"no end"[..], b"fn f() { (]", b"\xff\xfe\x00"] {
            assert_eq!(look(content), Found::Unreadable);
        }
        let deep = "(".repeat(400_000) + &")".repeat(400_000);
        assert_eq!(look(deep.as_bytes()), Found::Unreadable);
    }
}

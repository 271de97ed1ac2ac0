//! A learner's file as Rust's words, without comments and texts.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The words of a file, one after the other, or none where its brackets do not match.
pub fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    add(text.parse().ok()?, &mut words);
    Some(words)
}

/// How a group opens and closes.
pub fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

fn add(tokens: TokenStream, words: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                words.push(open.to_owned());
                add(group.stream(), words);
                words.push(close.to_owned());
            }
            other => words.push(other.to_string()),
        }
    }
}

//! The suite's source, item by item, so that a change of one check is told from a change of what all share.
//!
//! A check consists of its own function and of every item that this names, directly or through others. Names are
//! compared as words: two items of one name count as one, so a check may seem to use more than it does, and never
//! less. What has no name, such as an `impl` or a `use`, belongs to every check. Comments belong to none.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow};
use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use student::submission::brackets;

/// Attributes that make a function a check.
const CHECK: [&str; 2] = ["rstest", "test"];

/// Rust source, taken apart.
#[derive(Debug, Default)]
pub struct Source {
    /// The checks, which nothing else can call, wherever they stand: in a file, a module or a macro.
    checks: BTreeMap<String, Vec<Item>>,
    /// All other items that have a name.
    named: BTreeMap<String, Vec<Item>>,
    /// What belongs to every check.
    others: Vec<Item>,
}

#[derive(Debug, Default)]
struct Item {
    text: String,
    words: BTreeSet<String>,
}

impl Source {
    /// Adds a file.
    ///
    /// # Errors
    /// Where it is no Rust.
    pub fn add(&mut self, text: &str) -> Result<()> {
        let tokens: TokenStream = text.parse().map_err(|error| anyhow!("{error}"))?;
        let rest = self.take_checks(tokens);
        let mut rest: &[TokenTree] = &rest;
        while !rest.is_empty() {
            let (name, length) = item(rest);
            let (tokens, after) = rest.split_at(length);
            rest = after;
            let item = Item::of(tokens);
            match name {
                Some(name) => self.named.entry(name).or_default().push(item),
                None => self.others.push(item),
            }
        }
        Ok(())
    }

    /// Everything that a check of this name consists of, as texts in a fixed order: all there is, where it has no
    /// function that could be found.
    pub fn of_check(&self, name: &str) -> Vec<&str> {
        let Some(own) = self.checks.get(name) else {
            let all = self.checks.values().chain(self.named.values()).flatten();
            return all.chain(&self.others).map(|item| item.text.as_str()).collect();
        };
        let mut used: BTreeSet<&str> = BTreeSet::new();
        let mut open: Vec<&Item> = own.iter().chain(&self.others).collect();
        let mut texts: Vec<&str> = open.iter().map(|item| item.text.as_str()).collect();
        while let Some(item) = open.pop() {
            let new = item.words.iter().filter_map(|word| self.named.get_key_value(word));
            for (name, items) in new {
                if used.insert(name) {
                    open.extend(items);
                }
            }
        }
        texts.extend(used.iter().flat_map(|name| &self.named[*name]).map(|item| item.text.as_str()));
        texts
    }

    /// Takes the checks out of tokens, at any depth, and gives back what is left.
    fn take_checks(&mut self, tokens: TokenStream) -> Vec<TokenTree> {
        let tokens: Vec<TokenTree> = without_docs(tokens);
        let mut rest = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if let Some((name, length)) = check(&tokens[at..]) {
                self.checks.entry(name).or_default().push(Item::of(&tokens[at..at + length]));
                at += length;
                continue;
            }
            rest.push(match &tokens[at] {
                TokenTree::Group(group) => {
                    let inner = self.take_checks(group.stream()).into_iter().collect();
                    TokenTree::Group(Group::new(group.delimiter(), inner))
                }
                other => other.clone(),
            });
            at += 1;
        }
        rest
    }
}

impl Item {
    fn of(tokens: &[TokenTree]) -> Self {
        let mut item = Self::default();
        item.add(tokens.iter().cloned());
        item
    }

    fn add(&mut self, tokens: impl IntoIterator<Item = TokenTree>) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = brackets(group.delimiter());
                    self.text += open;
                    self.add(without_docs(group.stream()));
                    self.text += close;
                }
                TokenTree::Ident(word) => {
                    let word = word.to_string();
                    self.text += &word;
                    self.words.insert(word);
                }
                TokenTree::Punct(sign) => {
                    self.text.push(sign.as_char());
                    if sign.spacing() == Spacing::Joint {
                        continue; // `&&` is another thing than `& &`.
                    }
                }
                TokenTree::Literal(literal) => self.text += &literal.to_string(),
            }
            self.text.push(' ');
        }
    }
}

/// Leaves out documentation, which the compiler turns into attributes.
fn without_docs(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let is_doc = |group: &Group| {
            group.delimiter() == Delimiter::Bracket
                && group.stream().into_iter().next().is_some_and(|first| is_word(&first, "doc"))
        };
        match &token {
            TokenTree::Group(group) if is_doc(group) => {
                if kept.last().is_some_and(|last| is_sign(last, '!')) {
                    kept.pop();
                }
                if kept.last().is_some_and(|last| is_sign(last, '#')) {
                    kept.pop();
                }
            }
            _ => kept.push(token),
        }
    }
    kept
}

/// The name of the check that begins here, and how many tokens it has.
fn check(tokens: &[TokenTree]) -> Option<(String, usize)> {
    let mut is_check = false;
    let mut at = 0;
    while let [sign, TokenTree::Group(group), ..] = &tokens[at..] {
        if !is_sign(sign, '#') || group.delimiter() != Delimiter::Bracket {
            break;
        }
        let first = group.stream().into_iter().next()?;
        is_check |= CHECK.iter().any(|name| is_word(&first, name));
        at += 2;
    }
    let (keyword, name) = tokens[at..].iter().enumerate().find_map(|(number, token)| match token {
        TokenTree::Ident(word) if word == "fn" => Some((number, tokens.get(at + number + 1)?.to_string())),
        TokenTree::Ident(word) if ["pub", "async", "const"].iter().any(|it| word == it) => None,
        _ => Some((usize::MAX, String::new())),
    })?;
    if !is_check || keyword == usize::MAX {
        return None;
    }
    let is_body =
        |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let end = tokens[at..].iter().position(is_body)?;
    Some((name, at + end + 1))
}

/// The name of the item that begins here, if it has one that others must write to use it, and how many tokens it has.
fn item(tokens: &[TokenTree]) -> (Option<String>, usize) {
    let words = tokens.iter().enumerate().filter_map(|(number, token)| match token {
        TokenTree::Ident(word) => Some((number, word.to_string())),
        _ => None,
    });
    let mut words = words.filter(|(_, word)| !["pub", "async", "unsafe"].contains(&word.as_str())).peekable();
    let end = |is_end: &dyn Fn(&TokenTree) -> bool| {
        tokens.iter().position(is_end).map_or(tokens.len(), |before| before + 1)
    };
    let is_semicolon = |token: &TokenTree| is_sign(token, ';');
    let is_block = |token: &TokenTree| {
        is_semicolon(token)
            || matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
    };
    let Some((_, mut keyword)) = words.next() else { return (None, end(&is_semicolon)) };
    if keyword == "const" && words.peek().is_some_and(|(_, next)| next == "fn") {
        keyword = words.next().map_or(keyword, |(_, next)| next);
    }
    let name = words.next().map(|(_, name)| name);
    match keyword.as_str() {
        "fn" | "struct" | "enum" | "union" | "trait" | "macro_rules" => (name, end(&is_block)),
        "const" | "static" | "type" => (name.filter(|name| name != "_"), end(&is_semicolon)),
        "impl" | "mod" => (None, end(&is_block)),
        // `use`, and calls of macros, which may end with braces.
        _ if tokens.get(1).is_some_and(|sign| is_sign(sign, '!')) => (None, end(&is_block)),
        _ => (None, end(&is_semicolon)),
    }
}

fn is_word(token: &TokenTree, wanted: &str) -> bool {
    matches!(token, TokenTree::Ident(word) if word == wanted)
}

fn is_sign(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(sign) if sign.as_char() == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARED: &str = "
        //! What all share.
        use judge::Subject;
        pub const MOST: f32 = 20.0;
        const fn half(x: f32) -> f32 { x / 2.0 }
        macro_rules! every { () => {
            /// A batch.
            #[rstest]
            fn batch(mut subject: Subject) { common::shape(&mut subject, &[[1, 3]]); }
            #[rstest]
            #[case::one(crate::draw::one)]
            fn layout(#[case] draw: Draw) { common::layout(draw); }
        }; }
        pub fn shape(subject: &mut Subject, shapes: &[[usize; 2]]) { ask(half(MOST) && true) }
        pub fn layout(draw: Draw) { ask(1.0) }
        pub fn extreme() { other() }
        fn ask(x: f32) {}
        fn other() {}
    ";
    const OWN: &str = "
        use crate::common;
        #[fixture] fn subject() -> Subject { Subject::new(\"f\") }
        #[rstest] pub fn example(subject: Subject) { subject.expect(&[1.0]); }
        #[rstest] fn far(mut subject: Subject) { common::extreme(); }
        every!();
    ";
    const CHECKS: [&str; 4] = ["batch", "layout", "example", "far"];

    /// The checks that a change of the source changes.
    fn changed_by(from: &str, to: &str) -> Vec<&'static str> {
        let read = |change: bool| {
            let mut source = Source::default();
            for text in [SHARED, OWN] {
                let text = if change { text.replacen(from, to, 1) } else { text.to_owned() };
                source.add(&text).expect("it is Rust");
            }
            source
        };
        assert!(SHARED.contains(from) || OWN.contains(from), "{from}");
        let (before, after) = (read(false), read(true));
        CHECKS.into_iter().filter(|check| before.of_check(check) != after.of_check(check)).collect()
    }

    #[test]
    fn a_change_touches_what_uses_it_and_nothing_else() {
        for (from, to, changed) in [
            ("&[1.0]", "&[2.0]", &["example"][..]),
            ("[1, 3]", "[1, 4]", &["batch"]),
            ("draw::one", "draw::two", &["layout"]),
            ("20.0", "30.0", &["batch"]),
            ("x / 2.0", "x / 3.0", &["batch"]),
            ("MOST) && true", "MOST) & &true", &["batch"]),
            ("fn ask(x: f32) {}", "fn ask(x: f32) { panic!() }", &["batch", "layout"]),
            ("other() {}", "other() { panic!() }", &["far"]),
        ] {
            assert_eq!(changed_by(from, to), changed, "{from}");
        }
        // Who is asked is every check's own business, and so is what is imported.
        assert_eq!(changed_by("new(\"f\")", "new(\"g\")"), ["batch", "example", "far"]);
        assert_eq!(changed_by("use judge::Subject", "use judge::Other as Subject"), CHECKS);
    }

    #[test]
    fn comments_change_nothing() {
        for (from, to) in [("/// A batch.", "/// A matrix, and /* more. */"), ("//! What all share.", "// …")]
        {
            assert_eq!(changed_by(from, to), [""; 0], "{from}");
        }
    }

    #[test]
    fn a_check_that_is_not_found_consists_of_everything() {
        let mut source = Source::default();
        source.add(SHARED).expect("it is Rust");
        let all = source.of_check("made_by_a_macro").concat();
        for part in ["fn other", "fn batch", "use judge"] {
            assert!(all.contains(part), "{part}: {all}");
        }
    }

    #[test]
    fn what_is_no_rust_is_refused() {
        assert!(Source::default().add("fn f( {").is_err());
    }
}

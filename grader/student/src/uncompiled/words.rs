//! A learner's file as Rust's words, without comments and texts.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The words of a file, one after the other, or none where its brackets do not match.
pub fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    add(text.parse().ok()?, &mut words);
    Some(words)
}

fn add(tokens: TokenStream, words: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                words.push(open.to_owned());
                add(group.stream(), words);
                words.push(close.to_owned());
            }
            other => words.push(other.to_string()),
        }
    }
}

/// Whether the body of `forward` has code beside its `todo!` or `unimplemented!`.
pub fn has_code_beside_todo(text: &str) -> bool {
    let Some(words) = words(text) else { return false };
    let is_open = |at: usize| {
        words[at..].starts_with(&["todo".into(), "!".into()])
            || words[at..].starts_with(&["unimplemented".into(), "!".into()])
    };
    let start =
        words.windows(2).position(|pair| pair[0] == "fn" && pair[1] == "forward").unwrap_or(words.len());
    let mut at = start + words[start..].iter().take_while(|word| *word != "{").count() + 1;
    let (mut depth, mut code) = (1_usize, 0_usize);
    while at < words.len() {
        if is_open(at) {
            // The macro's own parentheses, of whichever kind.
            at += 2;
            let mut inner = 0_usize;
            while let Some(word) = words.get(at) {
                inner += usize::from(["(", "[", "{"].contains(&word.as_str()));
                inner -= usize::from([")", "]", "}"].contains(&word.as_str()));
                at += 1;
                if inner == 0 {
                    break;
                }
            }
            continue;
        }
        match words[at].as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => break,
            "}" => depth -= 1,
            ";" => {}
            _ => code += 1,
        }
        at += 1;
    }
    code > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_todo_alone_has_no_code_beside_it() {
        let file = |body: &str| {
            format!("#[derive(Debug)] struct A; impl A {{ fn forward(&self) -> B {{ {body} }} }}")
        };
        for alone in [
            "todo!()",
            "todo!(\"A of {:?}\", x.shape())",
            "unimplemented!();",
            "todo!{}",
            "// let y = 1;\ntodo!()",
        ] {
            assert!(!has_code_beside_todo(&file(alone)), "{alone}");
        }
        for code in ["let y = x; todo!()", "todo!(); x.mapv(f)", "if a { todo!() } else { b }"] {
            assert!(has_code_beside_todo(&file(code)), "{code}");
        }
        assert!(!has_code_beside_todo("nothing"));
    }
}

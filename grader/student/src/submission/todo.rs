//! Whether a body holds code beside its `todo!`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The macros that stand for a body that is still to be written.
const OPEN: [&str; 2] = ["todo", "unimplemented"];

/// Whether the body of `forward` has code beside its `todo!` or `unimplemented!`.
pub fn has_code_beside_todo(text: &str) -> bool {
    let body = text.parse().ok().and_then(body);
    body.is_some_and(|body| {
        let tokens: Vec<TokenTree> = body.into_iter().collect();
        let mut rest = &tokens[..];
        loop {
            rest = match rest {
                [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(_), rest @ ..]
                    if mark.as_char() == '!' && OPEN.iter().any(|open| name == open) =>
                {
                    rest
                }
                [TokenTree::Punct(end), rest @ ..] if end.as_char() == ';' => rest,
                rest => return !rest.is_empty(),
            };
        }
    })
}

/// What stands in the braces behind the first `fn forward`.
fn body(tokens: TokenStream) -> Option<TokenStream> {
    let mut is_forward = false;
    let mut before = None;
    for token in tokens {
        match &token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let inner = group.stream();
                if is_forward {
                    return Some(inner);
                }
                if let Some(found) = body(inner) {
                    return Some(found);
                }
            }
            TokenTree::Ident(name) => {
                is_forward |= name == "forward" && before.as_deref() == Some("fn");
                before = Some(name.to_string());
            }
            _ => {}
        }
    }
    None
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

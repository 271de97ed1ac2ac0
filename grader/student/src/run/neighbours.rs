//! Whether a learner's file calls another exercise.

use std::collections::BTreeSet;

use grader::rubric::Exercise;
use proc_macro2::{TokenStream, TokenTree};

/// Whether the words of a file, outside of comments and texts, name the exercise's type, or its function in the
/// module in which these are. A method such as `f32::tanh` is no exercise.
pub fn calls(content: &[u8], other: &Exercise) -> bool {
    let Some(tokens) = str::from_utf8(content).ok().and_then(|text| text.parse::<TokenStream>().ok()) else {
        return false;
    };
    let mut words = BTreeSet::new();
    let mut open = vec![tokens];
    while let Some(tokens) = open.pop() {
        for token in tokens {
            match token {
                TokenTree::Ident(word) => {
                    words.insert(word.to_string());
                }
                TokenTree::Group(group) => open.push(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
    let has = |word: &str| words.contains(word);
    has(&other.title) || (has("functional") || has("activations")) && has(&other.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_of_the_same_name_is_no_call() {
        let tanh = Exercise { name: "tanh".into(), title: "Tanh".into(), ..Exercise::default() };
        let calls = |text: &str| calls(text.as_bytes(), &tanh);
        assert!(calls("use crate::activations::Tanh; fn f() { Tanh.forward(x) }"));
        assert!(calls("fn f() { crate::functional::tanh(x) }"));
        assert!(!calls("use crate::math::tanh; fn f() { v.tanh() + f32::tanh(v) }"));
        assert!(!calls("/// As Tanh does.\nfn f() { \"Tanh\" }"));
    }
}

//! Whether a learner's file calls another exercise.

use std::collections::BTreeSet;

use grader::rubric::Exercise;

use crate::submission::words;

/// Whether the words of a file, outside of comments and texts, name the exercise's type, or its function in the
/// module in which these are. A method such as `f32::tanh` is no exercise.
pub fn calls(content: &[u8], other: &Exercise) -> bool {
    let words = words_of(content);
    let has = |word: &str| words.contains(word);
    has(&other.title) || calls_function(&words, other)
}

/// Whether a file calls its own exercise by way of the function that calls it.
pub fn calls_itself(content: &[u8], exercise: &Exercise) -> bool {
    calls_function(&words_of(content), exercise)
}

fn calls_function(words: &BTreeSet<String>, exercise: &Exercise) -> bool {
    let has = |word: &str| words.contains(word);
    (has("functional") || has(exercise.source().folder())) && has(&exercise.name)
}

fn words_of(content: &[u8]) -> BTreeSet<String> {
    words(&String::from_utf8_lossy(content)).unwrap_or_default().into_iter().collect()
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
        assert!(calls_itself(b"struct Tanh; fn f() { crate::functional::tanh(x) }", &tanh));
        assert!(!calls_itself(b"struct Tanh; fn f() { v.tanh() }", &tanh));
    }
}

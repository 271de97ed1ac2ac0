//! Errors that beginners make, each known by rustc's number, its message, and what stands at its places. All others
//! are left to rustc.
//!
//! - `types`: one type where another is wanted
//! - `names`: what nobody knows by this name
//! - `operators`: operators, and what they are between
//! - `borrows`: what may not be changed
//! - `syntax`: what is no Rust

mod borrows;
mod names;
mod operators;
mod syntax;
mod types;

use grader::compiler::Message;
use grader::diagnose::Diagnosis;
use grader::sanitize::plain;

use super::Meaning;

/// What an error means.
pub fn meaning(error: &Message) -> Option<Meaning> {
    match error.code() {
        "E0308" | "E0317" => types::meaning(error),
        "E0425" | "E0433" | "E0599" | "E0423" | "E0615" | "E0689" => names::meaning(error),
        "E0277" | "E0369" | "E0614" => operators::meaning(error),
        "E0594" | "E0596" => borrows::meaning(error),
        "" => syntax::meaning(error),
        _ => None,
    }
}

/// One that says more than rustc does, whose advice is left out.
fn ours(key: &str, says: impl Into<String>) -> Option<Meaning> {
    Some(Meaning { diagnosis: Diagnosis::new(key, says), rustc_helps: false })
}

/// One to which rustc gives the right advice.
fn with_rustcs_advice(key: &str, says: impl Into<String>) -> Option<Meaning> {
    Some(Meaning { diagnosis: Diagnosis::new(key, says), rustc_helps: true })
}

/// What a whole number in place of an f32 means.
fn whole_number(literal: Option<&str>) -> Option<Meaning> {
    let says = match literal {
        Some(literal) => format!(
            "`{literal}` is a whole number, and Rust does not mix these with f32: write `{literal}.0`."
        ),
        None => "One side is a whole number, and Rust does not mix these with f32: write `2.0` and not `2`."
            .into(),
    };
    ours("whole_number", says)
}

/// What f64 in place of f32 means.
fn double_precision() -> Option<Meaning> {
    ours(
        "double_precision",
        "A tensor's numbers are f32, and this is an f64. Rust converts nothing by itself: write `1.0` without a type, \
         `std::f32::consts` for constants, and `as f32` where you computed in f64.",
    )
}

/// The digits of a whole number at the end of a text, or at its beginning.
fn digits(text: &str, at_end: bool) -> Option<&str> {
    let text = if at_end { text.trim_end() } else { text.trim_start() };
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let word = match at_end {
        true => &text[text.trim_end_matches(is_part).len()..],
        false => &text[..text.len() - text.trim_start_matches(is_part).len()],
    };
    (!word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())).then_some(word)
}

/// A learner's own words, as they can be shown.
fn own(words: &str) -> String {
    plain(words, 60).replace('\n', " ")
}

/// The text between the first two of rustc's quotes.
fn quoted(text: &str) -> Option<&str> {
    text.split('`').nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_found_beside_an_operator() {
        assert_eq!(digits("x.mapv(|v| 1 / (1 ", true), Some("1"));
        assert_eq!(digits(" 12 + v", false), Some("12"));
        for (text, at_end) in [("1.0 ", true), ("v2 ", true), (" (2 * v)", false), ("", true)] {
            assert_eq!(digits(text, at_end), None, "{text}");
        }
    }
}

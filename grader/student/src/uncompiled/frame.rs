//! The frame of an exercise's file: its struct, its `impl`, and the signature of `forward`, by which all else
//! finds it. It may be written in more than one way: nothing is said to be missing where rustc misses nothing.

use grader::compiler::Message;
use grader::diagnose::Diagnosis;
use grader::rubric::Exercise;

use crate::submission::words;

/// rustc's numbers for a method that is not as its trait has it.
const OF_SIGNATURES: [&str; 7] = ["E0046", "E0050", "E0053", "E0185", "E0186", "E0195", "E0407"];

/// What is missing of the frame, and the line to look at; `stub` is the file as it was given. `None` where all is
/// there, or can't be told.
pub fn missing(
    exercise: &Exercise,
    text: &str,
    stub: &str,
    errors: &[Message],
) -> Option<(Diagnosis, Option<usize>)> {
    let (title, file, name) = (&exercise.title, exercise.file(), &exercise.name);
    let back = format!("To get the file as it was, with yours kept in .kept/: cargo reset {name}");
    let found = words(text)?;
    if found.is_empty() {
        let what = if text.trim().is_empty() { "is empty" } else { "has nothing but comments in it" };
        return Some((Diagnosis::new("file_empty", format!("{file} {what}. {back}")), None));
    }
    let has = |wanted: &[&str]| found.windows(wanted.len()).any(|words| words == wanted);
    // Other files look for the struct and its `impl`.
    let source = exercise.source().path();
    let is_missed = errors.iter().any(|error| error.primary().is_some() && !error.is_about(&source));
    if is_missed && !has(&["struct", title]) {
        let is_struct = |line: &str| line.trim_start().trim_start_matches("pub ").starts_with("struct ");
        let line = text.lines().position(is_struct).map(|before| before + 1);
        let renamed = found.windows(2).find(|words| words[0] == "struct").map(|words| words[1].as_str());
        let says = match (renamed, line) {
            (Some(other), Some(line)) => format!(
                "The struct has to be called `{title}`, and in line {line} it is called `{}`: all else looks for it \
                 by this name.",
                shortened(other),
            ),
            _ => {
                let is_declared = |line: &&str| line.starts_with(&format!("pub struct {title}"));
                let declared =
                    stub.lines().find(is_declared).map_or("the struct", |line| line.trim_end_matches(" {"));
                format!("`{declared}` is gone from {file}. {back}")
            }
        };
        return Some((Diagnosis::new("struct_renamed", says), line));
    }
    if is_missed && !has(&["Layer", "for", title]) {
        let says = format!("The line `impl Layer for {title} {{` is gone from {file}, or changed. {back}");
        return Some((Diagnosis::new("impl_lost", says), None));
    }
    let first = errors.iter().find(|error| error.is_about(&source));
    if first.is_some_and(|error| OF_SIGNATURES.contains(&error.code())) {
        let line = stub.lines().find(|line| line.trim_start().starts_with("fn forward("))?;
        let line = line.trim().trim_end_matches('{').trim_end();
        let says =
            format!("The first line of `forward` has to stay `{line}`: the trait `Layer` asks for it.");
        return Some((Diagnosis::new("signature_changed", says), None));
    }
    None
}

fn shortened(name: &str) -> String {
    name.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use grader::compiler::{Code, Span};

    const STUB: &str = "use crate::Layer;\n/// Doc.\npub struct ReLU;\n\nimpl Layer for ReLU {\n    /// Doc.\n    \
                        fn forward(&self, x: &Tensor) -> Tensor {\n        todo!()\n    }\n}\n";

    /// What is told where rustc's first error has this number, in this file.
    fn key(text: &str, code: &str, place: &str) -> Option<(String, String)> {
        let relu = Exercise { name: "relu".into(), title: "ReLU".into(), ..Exercise::default() };
        let span =
            Span { file_name: format!("src/activations/{place}.rs"), is_primary: true, ..Span::default() };
        let code = Some(Code { code: code.into(), explanation: None });
        let error = Message { code, spans: vec![span], ..Message::default() };
        missing(&relu, text, STUB, &[error]).map(|(found, _)| (found.key, found.says))
    }

    #[test]
    fn what_is_gone_is_named() {
        let cases = [
            ("", "E0432", "mod", "file_empty"),
            ("// nothing\n", "E0432", "mod", "file_empty"),
            (&STUB.replace("ReLU", "Relu"), "E0432", "mod", "struct_renamed"),
            (&STUB.replace("pub struct ReLU;", ""), "E0432", "mod", "struct_renamed"),
            (&STUB.replace("impl Layer for ReLU", "impl ReLU"), "E0599", "functional", "impl_lost"),
            (&STUB.replace("x: &Tensor", "x: &mut Tensor"), "E0053", "relu", "signature_changed"),
            (&STUB.replace("fn forward", "fn foward"), "E0407", "relu", "signature_changed"),
        ];
        for (text, code, place, wanted) in cases {
            assert_eq!(key(text, code, place).map(|(key, _)| key).as_deref(), Some(wanted), "{text}");
        }
        let (_, says) = key(&STUB.replace("ReLU", "Relu"), "E0432", "mod").expect("renamed");
        assert!(says.contains("`ReLU`, and in line 3 it is called `Relu`"), "{says}");
        let (_, says) = key(&STUB.replace("-> Tensor", "-> f32"), "E0053", "relu").expect("changed");
        assert!(says.contains("has to stay `fn forward(&self, x: &Tensor) -> Tensor`"), "{says}");
    }

    #[test]
    fn what_is_written_in_another_way_is_not_gone() {
        for other in [
            STUB.replace("impl Layer", "impl crate::Layer"),
            STUB.replace("x: &Tensor", "input: &ndarray::ArrayD<f32>"),
            STUB.replace("pub struct ReLU;", "pub type ReLU = Other;"),
            "fn f( {".to_owned(),
        ] {
            assert_eq!(key(&other, "E0308", "relu"), None, "{other}");
        }
    }
}

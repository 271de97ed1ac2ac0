//! The frame of an exercise's file: its struct, its `impl`, and the signature of `forward`, by which all else
//! finds it.

use grader::diagnose::Diagnosis;
use grader::rubric::Exercise;

use super::words::words;

/// What is missing of the frame, and the line to look at; `stub` is the file as it was given. `None` where all is there, or can't be told.
pub fn missing(exercise: &Exercise, text: &str, stub: &str) -> Option<(Diagnosis, Option<usize>)> {
    let (title, file, name) = (&exercise.title, exercise.file(), &exercise.name);
    let back = format!("To get the file as it was, with yours kept in .kept/: cargo reset {name}");
    let found = words(text)?;
    if found.is_empty() {
        let what = if text.trim().is_empty() { "is empty" } else { "has nothing but comments in it" };
        return Some((Diagnosis::new("file_empty", format!("{file} {what}. {back}")), None));
    }
    let has = |wanted: &[&str]| found.windows(wanted.len()).any(|words| words == wanted);
    if !has(&["struct", title]) {
        let is_struct = |line: &str| line.trim_start().trim_start_matches("pub ").starts_with("struct ");
        let line = text.lines().position(is_struct).map(|before| before + 1);
        let renamed = found.windows(2).find(|words| words[0] == "struct").map(|words| words[1].as_str());
        let says = match renamed {
            Some(other) if line.is_some() => format!(
                "The struct has to be called `{title}`, and in line {} it is called `{}`: all else looks for it \
                 by this name.",
                line.unwrap_or_default(),
                shortened(other),
            ),
            _ => format!("`pub struct {title};` is gone from {file}. {back}"),
        };
        return Some((Diagnosis::new("struct_renamed", says), line));
    }
    if !has(&["impl", "Layer", "for", title]) {
        let says = format!("The line `impl Layer for {title} {{` is gone from {file}, or changed. {back}");
        return Some((Diagnosis::new("impl_lost", says), None));
    }
    let wanted = signature(&words(stub)?)?;
    if signature(&found)? != wanted {
        let line = stub.lines().find(|line| line.trim_start().starts_with("fn forward("))?;
        let line = line.trim().trim_end_matches('{').trim_end();
        let says =
            format!("The first line of `forward` has to stay `{line}`: the trait `Layer` asks for it.");
        return Some((Diagnosis::new("signature_changed", says), None));
    }
    None
}

/// The words from `fn forward` to its body.
fn signature(words: &[String]) -> Option<Vec<String>> {
    let start = words.windows(2).position(|words| words[0] == "fn" && words[1] == "forward");
    let signature = words[start.unwrap_or(words.len())..].iter().take_while(|word| *word != "{");
    // Underscores in front of a name, and a comma at the end, change nothing.
    Some(signature.filter(|word| *word != ",").map(|word| word.trim_start_matches('_').to_owned()).collect())
}

fn shortened(name: &str) -> String {
    name.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STUB: &str = "use crate::Layer;\n/// Doc.\npub struct ReLU;\n\nimpl Layer for ReLU {\n    /// Doc.\n    \
                        fn forward(&self, x: &Tensor) -> Tensor {\n        todo!()\n    }\n}\n";

    fn key(text: &str) -> Option<(String, String)> {
        let relu = Exercise { name: "relu".into(), title: "ReLU".into(), ..Exercise::default() };
        missing(&relu, text, STUB).map(|(found, _)| (found.key, found.says))
    }

    #[test]
    fn what_is_gone_is_named() {
        assert_eq!(key(STUB), None);
        assert_eq!(key(&STUB.replace("x: &Tensor", "_x: &Tensor,")), None);
        let keys = [
            ("", "file_empty"),
            ("// nothing\n", "file_empty"),
            (&STUB.replace("ReLU", "Relu"), "struct_renamed"),
            (&STUB.replace("pub struct ReLU;", ""), "struct_renamed"),
            (&STUB.replace("impl Layer for ReLU", "impl ReLU"), "impl_lost"),
            (&STUB.replace("x: &Tensor", "x: &mut Tensor"), "signature_changed"),
            (&STUB.replace("-> Tensor", "-> f32"), "signature_changed"),
            (&STUB.replace("fn forward", "fn foward"), "signature_changed"),
        ];
        for (text, wanted) in keys {
            assert_eq!(key(text).map(|(key, _)| key).as_deref(), Some(wanted), "{text}");
        }
        let (_, says) = key(&STUB.replace("ReLU", "Relu")).expect("renamed");
        assert!(says.contains("`ReLU`, and in line 3 it is called `Relu`"), "{says}");
        let (_, says) = key(&STUB.replace("-> Tensor", "-> f32")).expect("changed");
        assert!(says.contains("has to stay `fn forward(&self, x: &Tensor) -> Tensor`"), "{says}");
        assert_eq!(key("fn f( {"), None, "brackets that do not match are for rustc to explain");
    }
}

//! The report as cargo's own messages, which editors that speak to rust-analyzer show beside the code: what rustc says
//! of a file, and a message at the body of each exercise that fails.

use serde_json::{Value, json};

use super::words::{account, progress};
use crate::report::{ExerciseReport, Progress, Report};
use grader::compiler::{Line, Message, Span};

/// Most of a message, in characters.
const LONGEST: usize = 2_000;

/// The columns of `fn forward`, which a message underlines.
const FORWARD: (usize, usize) = (5, 15);

/// One line a message, and the last that cargo writes.
pub fn cargo_json(report: &Report) -> String {
    let messages = report.exercises.iter().flat_map(messages);
    let mut lines: Vec<String> = messages.map(|message| envelope(&message).to_string()).collect();
    let is_good = report.exercises.iter().all(|exercise| exercise.status == Progress::Done);
    lines.push(json!({ "reason": "build-finished", "success": is_good }).to_string());
    lines.join("\n") + "\n"
}

fn messages(exercise: &ExerciseReport) -> Vec<Message> {
    let mut messages = exercise.compiler.clone();
    match messages.iter_mut().find(|message| message.is_about(&exercise.source.path())) {
        Some(first) => {
            if let Some(diagnosis) = &exercise.diagnosis {
                first.message += &format!("\n{}", diagnosis.says);
                first.rendered = first.rendered.take().map(|text| format!("{}\n\n{text}", diagnosis.says));
            }
        }
        None if matches!(exercise.status, Progress::Done | Progress::NotStarted) => {}
        None => messages.extend(verdict(exercise)),
    }
    messages
}

/// What the checks say, at the exercise's body.
fn verdict(exercise: &ExerciseReport) -> Option<Message> {
    let first = exercise.first_failure()?;
    let text = account(exercise, first, LONGEST);
    let text = format!("{}: {}\n{text}", exercise.title, progress(exercise));
    let (column_start, column_end) = FORWARD;
    let line = exercise.line?;
    let span = Span {
        file_name: exercise.file.clone(),
        line_start: line,
        line_end: line,
        column_start,
        column_end,
        is_primary: true,
        text: vec![Line::default()],
        ..Span::default()
    };
    let rendered = Some(text.clone());
    Some(Message { level: "error".into(), message: text, spans: vec![span], rendered, ..Message::default() })
}

/// A message as cargo passes it on.
fn envelope(message: &Message) -> Value {
    json!({
        "reason": "compiler-message",
        "package_id": "exercises",
        "manifest_path": "exercises/Cargo.toml",
        "target": {
            "kind": ["lib"],
            "crate_types": ["lib"],
            "name": "nn",
            "src_path": "exercises/src/lib.rs",
            "edition": "2024",
            "doc": true,
            "doctest": false,
            "test": true,
        },
        "message": message,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Origin;
    use grader::source_file::SourceFile;

    #[test]
    fn an_error_that_is_explained_says_so_and_what_has_not_begun_says_nothing() {
        let span = Span {
            file_name: "exercises/src/activations/relu.rs".into(),
            is_primary: true,
            ..Span::default()
        };
        let error =
            Message { level: "error".into(), message: "no".into(), spans: vec![span], ..Message::default() };
        let source = SourceFile::usual("relu");
        let mut exercise = ExerciseReport { name: "relu".into(), source, ..ExerciseReport::default() };
        assert!(messages(&exercise).is_empty());
        exercise.status = Progress::NotCompiled;
        exercise.compiler = vec![error];
        exercise.diagnosis = Some(grader::diagnose::Diagnosis::new("semicolon", "leave it out"));
        let mut report = Report::not_graded(Origin::Exercises, 30, String::new());
        report.exercises = vec![exercise];
        let lines: Vec<Value> =
            cargo_json(&report).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines[0]["message"]["message"], "no\nleave it out");
        assert_eq!(lines[1], json!({ "reason": "build-finished", "success": false }));
    }
}

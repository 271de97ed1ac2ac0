//! What somebody wrote, line by line.

use std::ops::RangeInclusive;

use super::sentence;
use grader::sanitize::spelled_out;
use student::report::{ExerciseReport, Progress, Report};
use student::submission::Written;

/// How many lines are shown, and how many characters of each.
const MOST_LINES: usize = 500;
const LONGEST_LINE: usize = 500;

/// So many lines of the lesson's comments are left out; fewer stay where they are.
const WORTH_FOLDING: usize = 3;

/// A file beside what is said of it.
pub struct Source {
    /// What is shown of it.
    pub rows: Vec<Row>,
    /// What is to be known of the whole.
    pub notes: Vec<String>,
}

/// A row of what is shown.
pub enum Row {
    /// A line of the file.
    Line {
        /// Counted from 1.
        number: usize,
        /// What stands there.
        text: String,
        /// Why one should look at it.
        mark: Option<Mark>,
    },
    /// Lines of the lesson's comments, which are left out.
    Folded(RangeInclusive<usize>),
}

/// Why one should look at a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// There is something to do, and this is where.
    Begin,
    /// rustc names it.
    Broken,
}

impl Mark {
    /// In words.
    pub fn says(self) -> &'static str {
        match self {
            Self::Begin => "begin here",
            Self::Broken => "rustc points here",
        }
    }

    /// As the page's style calls it.
    pub fn class(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Broken => "broken",
        }
    }
}

impl Source {
    /// The file of an exercise, or why there is none.
    pub fn new(exercise: &ExerciseReport, report: &Report, written: Option<&Written>) -> Self {
        let Some(written) = written else {
            let message = exercise.first_failure().map(|check| sentence(&check.outcome.message));
            return Self { rows: Vec::new(), notes: message.into_iter().collect() };
        };
        let text = String::from_utf8_lossy(&written.content);
        let taken = report.taken.iter().filter(|taken| taken.exercise == exercise.name);
        let mut notes: Vec<String> = taken.map(|taken| format!("{}: {}.", taken.file, taken.note)).collect();
        if matches!(text, std::borrow::Cow::Owned(_)) {
            notes.push("The file is not UTF-8: � stands for what can't be read.".to_owned());
        }
        let named = named_by_rustc(exercise);
        let is_open = exercise.status != Progress::Done && named.is_empty();
        let lines: Vec<&str> = text.lines().collect();
        let mut rows = Vec::new();
        let mut at = 0;
        while at < lines.len() {
            if rows.len() == MOST_LINES {
                notes.push(format!("Only the beginning is shown: {} lines more follow.", lines.len() - at));
                break;
            }
            let lesson = lines[at..].iter().take_while(|line| is_lesson(line)).count();
            if lesson >= WORTH_FOLDING {
                rows.push(Row::Folded(at + 1..=at + lesson));
                at += lesson;
                continue;
            }
            let number = at + 1;
            let mark = match number {
                number if named.contains(&number) => Some(Mark::Broken),
                number if exercise.line == Some(number) && is_open => Some(Mark::Begin),
                _ => None,
            };
            rows.push(Row::Line { number, text: cut(lines[at]), mark });
            at += 1;
        }
        Self { rows, notes }
    }
}

/// Whether the lesson wrote this line: comments of documentation.
fn is_lesson(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("///") || line.starts_with("//!")
}

/// The lines of its file that rustc names.
fn named_by_rustc(exercise: &ExerciseReport) -> Vec<usize> {
    let words = exercise.compile_error.as_deref().unwrap_or_default();
    let name = format!("/{}:", exercise.source.path());
    let after = words.split("--> ").skip(1).filter_map(|place| place.lines().next()?.split_once(&name));
    after.filter_map(|(_, rest)| rest.split(':').next()?.parse().ok()).collect()
}

fn cut(line: &str) -> String {
    let mut shown: String = line.chars().take(LONGEST_LINE).collect();
    if shown.len() < line.len() {
        shown.push_str(" …");
    }
    spelled_out(&shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use grader::source_file::SourceFile;

    #[test]
    fn the_lessons_comments_are_folded_and_what_rustc_names_is_marked() {
        let text =
            "//! Lesson.\n//!\n//! It.\nuse x;\n/// One.\nfn f() {\n    // mine\u{202e}\n    broken(\n}\n";
        let written = Written { path: "relu.rs".into(), content: text.as_bytes().to_vec() };
        let exercise = exercise("error: no\n --> exercises/src/activations/relu.rs:8:5\n  | /relu.rs:4:");
        let report = Report::not_graded(student::report::Origin::Submission, 0, String::new());
        let source = Source::new(&exercise, &report, Some(&written));
        let shown: Vec<String> = source.rows.iter().map(shown).collect();
        let expected = [
            "1-3",
            "4 use x;",
            "5 /// One.",
            "6 fn f() {",
            "7     // mine⟨U+202E⟩",
            "8     broken( (rustc points here)",
            "9 }",
        ];
        assert_eq!((shown, source.notes.len()), (expected.map(String::from).to_vec(), 0));
    }

    #[test]
    fn a_flood_is_cut_and_says_so() {
        let text = "x".repeat(10_000) + &"\n".repeat(1_000);
        let written = Written { path: "relu.rs".into(), content: text.into_bytes() };
        let report = Report::not_graded(student::report::Origin::Submission, 0, String::new());
        let source = Source::new(&exercise(""), &report, Some(&written));
        assert_eq!(source.rows.len(), MOST_LINES);
        assert_eq!(source.notes, ["Only the beginning is shown: 500 lines more follow."]);
        assert!(shown(&source.rows[0]).ends_with("xxx …") && shown(&source.rows[0]).len() < 520);
    }

    fn shown(row: &Row) -> String {
        match row {
            Row::Folded(lines) => format!("{}-{}", lines.start(), lines.end()),
            Row::Line { number, text, mark: None } => format!("{number} {text}"),
            Row::Line { number, text, mark: Some(mark) } => format!("{number} {text} ({})", mark.says()),
        }
    }

    fn exercise(compile_error: &str) -> ExerciseReport {
        ExerciseReport {
            line: Some(6),
            status: Progress::NotCompiled,
            compile_error: Some(compile_error.into()),
            name: "relu".into(),
            source: SourceFile::usual("relu"),
            file: "relu.rs".into(),
            ..ExerciseReport::default()
        }
    }
}

//! The report for Gradescope: `results/results.json`.

use serde::Serialize;

use super::words::{account, name, overview, titled};
use crate::report::{CheckReport, ExerciseReport, Points, Report};
use grader::outcome::Status;
use grader::rubric::Track;

/// How much of a text that is not ours is shown, in characters.
const LONGEST: usize = 20_000;

/// Nothing in it is ever hidden: one hidden test would hide the student's total, too.
#[derive(Serialize)]
struct Results {
    score: u32,
    output: String,
    /// Everywhere, because the other formats let markup through.
    output_format: &'static str,
    test_output_format: &'static str,
    test_name_format: &'static str,
    visibility: &'static str,
    stdout_visibility: &'static str,
    tests: Vec<Test>,
}

#[derive(Serialize)]
struct Test {
    number: String,
    name: String,
    status: &'static str,
    /// Left out where they are no part of the score.
    #[serde(flatten)]
    points: Option<Points>,
    output: String,
    visibility: &'static str,
}

/// A test for each check, and what is to be said of the whole above them.
///
/// # Panics
/// Never: a report is plain data.
pub fn gradescope(report: &Report) -> String {
    let exercises = (1..).zip(&report.exercises);
    let tests = exercises.flat_map(|(first, exercise)| {
        (1..).zip(&exercise.checks).map(move |(second, check)| {
            let counts = exercise.is_core() || report.of(Track::Core).next().is_none();
            let points = Points { score: check.points, max_score: check.max_points };
            test((first, second), exercise, check, counts.then_some(points))
        })
    });
    let results = Results {
        score: report.counted().score,
        output: overview(report, LONGEST),
        output_format: "text",
        test_output_format: "text",
        test_name_format: "text",
        visibility: "visible",
        stdout_visibility: "hidden",
        tests: tests.collect(),
    };
    serde_json::to_string_pretty(&results).expect("a report is plain data") + "\n"
}

fn test(number: (u32, u32), exercise: &ExerciseReport, check: &CheckReport, points: Option<Points>) -> Test {
    Test {
        number: format!("{}.{}", number.0, number.1),
        name: format!("{}: {}", titled(exercise), name(check)),
        status: if check.outcome.status == Status::Passed { "passed" } else { "failed" },
        points,
        output: account(exercise, check, LONGEST),
        visibility: "visible",
    }
}

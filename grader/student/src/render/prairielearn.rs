//! The report for PrairieLearn: `results/results.json`.

use serde::Serialize;

use super::words::{account, apology, ending, name, overview, points, titled};
use crate::report::Report;

/// What PrairieLearn accepts, in bytes.
const MOST: usize = 1_000_000;

/// How much of each text is shown, in characters: the first with which the result is small enough.
const LONGEST: [usize; 3] = [20_000, 2_000, 200];

#[derive(Serialize)]
struct Results {
    /// Not where the grader is to blame: a submission that is not gradable uses up no attempt.
    gradable: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    format_errors: Vec<String>,
    score: f64,
    message: String,
    output: String,
    tests: Vec<Test>,
}

#[derive(Serialize)]
struct Test {
    name: String,
    description: String,
    points: u32,
    max_points: u32,
    message: String,
}

/// A test for each check, and what is to be said of the whole above them.
///
/// # Panics
/// Never: a report is plain data.
pub fn prairielearn(report: &Report) -> String {
    let written = |longest| {
        serde_json::to_string_pretty(&results(report, longest)).expect("a report is plain data") + "\n"
    };
    let [generous, short, shortest] = LONGEST;
    let fitting = [generous, short].into_iter().map(written).find(|text| text.len() <= MOST);
    fitting.unwrap_or_else(|| written(shortest))
}

fn results(report: &Report, longest: usize) -> Results {
    let apology = apology(report, longest);
    let tests = report.exercises.iter().flat_map(|exercise| {
        exercise.checks.iter().map(move |check| Test {
            name: format!("{}: {}", titled(exercise), name(check)),
            description: ending(check),
            points: check.points,
            max_points: check.max_points,
            message: account(exercise, check, longest),
        })
    });
    let share = f64::from(report.counted().score) / f64::from(report.counted().max_score.max(1));
    Results {
        gradable: apology.is_none(),
        score: if apology.is_none() { share } else { 0.0 },
        message: points(report),
        output: overview(report, longest),
        tests: tests.collect(),
        format_errors: apology.into_iter().collect(),
    }
}

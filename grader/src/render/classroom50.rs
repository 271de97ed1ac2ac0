//! The report for Classroom 50: `result.json`.

use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;

use super::words::{apology, name};
use crate::outcome::Status;
use crate::report::Report;

/// How much of what kept the grader from grading is shown, in characters.
const LONGEST: usize = 400;

/// Which submission this is, as Classroom 50's runner says it.
///
/// The runner itself adds whose it is, and of what kind the assignment is.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Handed {
    /// The classroom's short name.
    pub classroom: String,
    /// The assignment's short name.
    pub assignment: String,
    /// The tag that marks the submission.
    pub submission: String,
    /// Where the commit can be seen.
    pub commit: String,
    /// Where the release can be seen.
    pub release: String,
    /// Where the submission is reviewed.
    pub review: String,
    /// When it was graded, in UTC.
    pub datetime: String,
}

#[derive(Serialize)]
struct Results<'a> {
    schema: &'static str,
    #[serde(flatten)]
    handed: &'a Handed,
    score: u32,
    #[serde(rename = "max-score")]
    max_score: u32,
    tests: Vec<Test>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Test {
    test_name: String,
    passed: bool,
    score: u32,
    max_score: u32,
}

/// A test for each check. There is no room for words but in a test's name, so what kept the grader
/// from grading becomes the name of a test that failed.
///
/// # Panics
/// Never: a report is plain data.
pub fn classroom50(report: &Report, handed: &Handed) -> String {
    let is_broken = report.error.is_some() || report.empty.is_some();
    let broken = is_broken.then(|| apology(report, LONGEST)).flatten().map(|words| Test {
        test_name: words.replace('\n', " "),
        passed: false,
        score: 0,
        // Where there are checks, those have the points.
        max_score: if report.exercises.is_empty() { report.max_score } else { 0 },
    });
    let checks = report.exercises.iter().flat_map(|exercise| {
        exercise.checks.iter().map(move |check| Test {
            test_name: format!("{}: {}", exercise.title, name(check)),
            passed: check.outcome.status == Status::Passed,
            score: check.points,
            max_score: check.max_points,
        })
    });
    let results = Results {
        schema: "classroom50/result/v1",
        handed,
        score: report.score,
        max_score: report.max_score,
        tests: broken.into_iter().chain(checks).collect(),
    };
    serde_json::to_string_pretty(&results).expect("a report is plain data") + "\n"
}

impl Handed {
    /// A time as it has to stand there, such as `2026-08-28T09:30:00Z`.
    pub fn at(time: SystemTime) -> String {
        let seconds = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let (mut days, of_day) = (seconds / 86_400, seconds % 86_400);
        let leap =
            |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let mut year = 1970;
        while days >= 365 + u64::from(leap(year)) {
            days -= 365 + u64::from(leap(year));
            year += 1;
        }
        let february = 28 + u64::from(leap(year));
        let mut month = 1;
        for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
            if days < length {
                break;
            }
            days -= length;
            month += 1;
        }
        let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
        format!("{year}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", days + 1)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn days_fall_into_their_months() {
        for (seconds, written) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_709_251_200, "2024-03-01T00:00:00Z"),
            (1_798_761_599, "2026-12-31T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(Handed::at(UNIX_EPOCH + Duration::from_secs(seconds)), written);
        }
    }
}

//! The systems that a report can be written for.

use clap::ValueEnum;

use super::cargo_json::cargo_json;
use super::github::github;
use super::gradescope::gradescope;
use super::json::json;
use super::junit::junit;
use super::markdown::markdown;
use super::prairielearn::prairielearn;
use crate::report::Report;

/// Who reads the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A program of yours: the whole report, with seed
    Json,
    /// Gradescope: results/results.json
    Gradescope,
    /// PrairieLearn: results/results.json
    #[value(name = "prairielearn")]
    PrairieLearn,
    /// Whatever reads JUnit's XML, such as Jenkins and GitLab
    #[value(name = "junit")]
    JUnit,
    /// The log of GitHub Actions, with annotations
    #[value(name = "github")]
    GitHub,
    /// An editor: cargo's messages, as `rust-analyzer.check.overrideCommand` reads them
    CargoJson,
    /// A person
    Markdown,
}

impl Format {
    /// The report for this reader. All but [`Format::Json`] end up with students, and hold what
    /// [`Report::for_student`] does. `token` is a word that nobody can guess, for GitHub's log.
    pub fn render(self, report: &Report, token: &str) -> String {
        let student = report.for_student();
        match self {
            Self::Json => json(report),
            Self::Gradescope => gradescope(&student),
            Self::PrairieLearn => prairielearn(&student),
            Self::JUnit => junit(&student),
            Self::GitHub => github(&student, token),
            Self::CargoJson => cargo_json(&student),
            Self::Markdown => markdown(&student),
        }
    }
}

//! The systems that a report can be written for.

use clap::ValueEnum;

use super::classroom50::{Handed, classroom50};
use super::github::github;
use super::gradescope::gradescope;
use super::json::json;
#[cfg(feature = "class")]
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
    /// Classroom 50: result.json
    Classroom50,
    /// Whatever reads JUnit's XML, such as Jenkins and GitLab
    #[cfg(feature = "class")]
    #[value(name = "junit")]
    JUnit,
    /// The log of GitHub Actions, with annotations
    #[value(name = "github")]
    GitHub,
    /// A person
    Markdown,
}

/// What some of these systems want to know that stands in no report.
#[derive(Debug, Clone, Default)]
pub struct Around {
    /// Which submission this is, for Classroom 50.
    pub handed: Handed,
    /// A word that nobody can guess, for GitHub's log.
    pub token: String,
}

impl Format {
    /// The report for this reader. All but [`Format::Json`] end up with students, and hold what
    /// [`Report::for_student`] does.
    pub fn render(self, report: &Report, around: &Around) -> String {
        let student = report.for_student();
        match self {
            Self::Json => json(report),
            Self::Gradescope => gradescope(&student),
            Self::PrairieLearn => prairielearn(&student),
            Self::Classroom50 => classroom50(&student, &around.handed),
            #[cfg(feature = "class")]
            Self::JUnit => junit(&student),
            Self::GitHub => github(&student, &around.token),
            Self::Markdown => markdown(&student),
        }
    }
}

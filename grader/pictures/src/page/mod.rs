//! The report for a browser: one file that needs nothing beside it, and no script to be read.
//!
//! The templates in `grader/pictures/templates` escape whatever is put into them. Only what the grader itself
//! wrote is put in as it is: style, script, and pictures.
//!
//! - `exercise`: what is shown of an exercise
//! - `source`: what somebody wrote, line by line
//! - `policy`: what a browser is told to load and to run

mod exercise;
mod policy;
mod source;

use std::collections::BTreeMap;

use askama::Template;

use self::exercise::Section;
use self::source::Row;
use grader::sanitize::plain;
use student::curves::Curve;
use student::render::next;
use student::render::words::{apology, points_beyond, remarks};
use student::report::{Origin, Points, Report};
use student::submission::Written;

pub use self::policy::{Policy, style};

/// How much of each text is shown, in characters.
const LONGEST: usize = 8_000;

/// What stands on a page.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// Whose it is, where there is more than one.
    pub student: Option<&'a str>,
    /// How it was graded. The page shows what [`Report::for_student`] leaves of it.
    pub report: &'a Report,
    /// A curve of each exercise that has one.
    pub curves: &'a [Curve],
    /// What was written, by the exercise's name.
    pub written: &'a BTreeMap<String, Written>,
}

#[derive(Template)]
#[template(path = "report.html", whitespace = "minimize")]
struct Shown<'a> {
    policy: Policy,
    style: &'a str,
    student: Option<&'a str>,
    heading: &'a str,
    counted: Points,
    beyond: Option<String>,
    apology: Option<String>,
    next: String,
    sections: Vec<Section<'a>>,
    remarks: Vec<String>,
}

/// The page, as HTML.
pub fn page(page: &Page) -> String {
    let report = page.report.for_student();
    let apology = apology(&report, LONGEST);
    let shown = Shown {
        policy: Policy::without_scripts(),
        style: style(),
        student: page.student,
        heading: match report.subject {
            Origin::Solutions => "The reference",
            Origin::Submission => "A submission",
            Origin::Exercises => "Your activations",
        },
        next: if report.error.is_none() { next(&report) } else { String::new() },
        apology,
        counted: report.counted(),
        beyond: points_beyond(&report),
        sections: report.exercises.iter().map(|exercise| Section::new(exercise, &report, page)).collect(),
        remarks: remarks(&report).iter().map(|remark| plain(remark, LONGEST)).collect(),
    };
    written_out(&shown)
}

/// A template as text.
pub fn written_out(template: &impl Template) -> String {
    template.render().expect("there is always room for a page in memory")
}

/// Words of ours as a sentence.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let end = if words.ends_with(['.', '!', '?']) { "" } else { "." };
    first.chain(letters).chain(end.chars()).collect()
}

/// Words with spans of code between backticks, each with whether it is one.
pub fn spans(words: &str) -> Vec<(bool, &str)> {
    words.split('`').enumerate().map(|(number, part)| (number % 2 == 1, part)).collect()
}

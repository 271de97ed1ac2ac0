//! Students' reports in one archive, under the names that Canvas and Moodle take feedback back by.
//!
//! - Canvas finds a student by two numbers in a file's name, the student's and that of a file which was handed in:
//!   `doejane_12345_678910_relu.rs.html`. It shows the report under the name of that file.
//! - Moodle finds a student by the number in the name of a folder, or where the download had none, of the file:
//!   `Ada Lovelace_1234567_assignsubmission_file_/report.html`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::class::{Handed, System, file_name, find, kept};
use grader::rubric::Exercise;
use student::pack::Packing;

/// The report that is given back.
const REPORT: &str = "report.html";

/// An archive, and who is not in it.
#[derive(Debug, Default)]
pub struct GivenBack {
    /// What is to be packed.
    pub files: Packing,
    /// Who is not in it, and why.
    pub left: Vec<String>,
}

/// Puts together the reports of everyone who handed something in through Canvas or Moodle.
///
/// # Errors
/// Where grades or submissions can't be read, or nobody has a report that can be given back.
pub fn give_back(grades: &Path, submissions: &Path, exercises: &[Exercise]) -> Result<GivenBack> {
    let known = kept(grades)?;
    let mut given = GivenBack::default();
    for student in find(submissions, exercises)?.students {
        let person = &student.person;
        let report = grades.join("students").join(file_name(&person.key)).join(REPORT);
        let mut leave = |why: &str| given.left.push(format!("{}: {why}", person.name));
        let kept = known.iter().find(|kept| kept.person.key == person.key);
        if kept.is_none() {
            leave("not in the grades");
        } else if !report.is_file() {
            leave("there is no report");
        } else if kept.is_some_and(|kept| kept.files.is_some() && kept.files != student.files(exercises)) {
            leave("these are not the files that were graded");
        } else if let Some(name) = student.handed.iter().rev().find_map(name) {
            let content = fs::read(&report).with_context(|| format!("cannot read {}", report.display()))?;
            given.files.insert(name, content);
        } else {
            leave("no file of theirs has a name by which Canvas or Moodle takes something back");
        }
    }
    if given.files.is_empty() {
        bail!(
            "there is nothing to give back: {}\n\
             hint: the submissions have to be named as Canvas or Moodle named them",
            given.left.first().map(String::as_str).unwrap_or("nobody is in the grades")
        );
    }
    Ok(given)
}

/// The name by which a student's report goes back, from one that the student's work came by.
fn name(handed: &Handed) -> Option<String> {
    let label = handed.label.as_ref()?;
    match label.system {
        // What was typed has no file, and whoever is anonymous no number.
        System::Canvas if label.version.0 > 0 && !label.id.starts_with("anon_") => {
            Some(format!("{}.html", handed.name))
        }
        System::Moodle if handed.path.is_dir() => Some(format!("{}/{REPORT}", handed.name)),
        System::Moodle => {
            let student = handed.name.strip_suffix(&label.original)?.trim_end_matches('_');
            Some(format!("{student}_{REPORT}"))
        }
        _ => None,
    }
}

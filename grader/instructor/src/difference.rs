//! What somebody wrote, beside the reference: code, without comments.

use std::fs;

use anyhow::{Context, Result};

use grader::project::Project;
use grader::rubric::{Exercise, Rubric, Track};
use grader::sanitize;
use student::stubs::MARKERS;
use student::submission::Submission;

/// Longest file that is compared, in characters; the rest is left out.
const LONGEST: usize = 100_000;

/// Two texts to compare.
#[derive(Debug)]
pub struct Difference {
    /// The name of the one.
    pub from_name: String,
    /// The one.
    pub from: String,
    /// The name of the other.
    pub to_name: String,
    /// The other.
    pub to: String,
}

/// A reference's text without its markers: they are for the machine.
pub fn without_markers(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !MARKERS.contains(&line.trim())).collect()
}

/// A submission's exercises beside the reference, one each: those of the core, and what there is beyond it.
///
/// # Errors
/// Where the reference can't be read.
pub fn with_reference(
    project: &Project,
    rubric: &Rubric,
    submission: &Submission,
) -> Result<Vec<Difference>> {
    let is_of_interest =
        |exercise: &&Exercise| exercise.track == Track::Core || submission.files.contains_key(&exercise.name);
    let pairs = rubric.exercises.iter().filter(is_of_interest).map(|exercise| {
        let source = exercise.source().path();
        let path = project.solutions().join(&source);
        let reference =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let written = submission.files.get(&exercise.name);
        let text = written.map(|file| String::from_utf8_lossy(&file.content)).unwrap_or_default();
        let (file, _) = submission.place(exercise);
        Ok(Difference {
            from_name: if written.is_some() { file } else { format!("{file} (missing)") },
            from: code(&sanitize::plain(&text, LONGEST)),
            to_name: format!("solutions/{source}"),
            to: code(&without_markers(&reference)),
        })
    });
    pairs.collect()
}

/// The lines that are no comments.
pub fn code(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: String = lines.flat_map(|line| [line.trim_end(), "\n"]).collect();
    code.trim_start().to_owned()
}

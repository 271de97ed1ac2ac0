//! An exercise's file as students get it.

use std::fs;

use anyhow::{Context, Result};

use crate::stubs;
use grader::project::{Project, STUBS};
use grader::rubric::Exercise;

/// The untouched file of an exercise: kept as it was handed out, or else made from its solution.
///
/// # Errors
/// Where what it is made from can't be read, or its markers do not match.
pub fn stub(project: &Project, exercise: &Exercise) -> Result<String> {
    let source = exercise.source();
    let kept = project.root().join(STUBS).join(source.path_in_src());
    if kept.is_file() {
        return fs::read_to_string(&kept).with_context(|| format!("cannot read {}", kept.display()));
    }
    let path = project.solutions().join(source.path());
    let solution = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    stubs::strip(&solution).with_context(|| format!("cannot make a stub of {}", path.display()))
}

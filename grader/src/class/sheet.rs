//! The grades as a table that a spreadsheet reads, and does nothing but read.

use anyhow::Result;

use super::ledger::Entry;
use crate::rubric::Rubric;

/// One line a student: student, score, max_score, one column an exercise, status, note.
///
/// # Errors
/// Never for a table in memory.
pub fn plain(rubric: &Rubric, entries: &[Entry]) -> Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let exercises = rubric.exercises.iter().map(|exercise| exercise.name.as_str());
    table.write_record(
        ["student", "score", "max_score"].into_iter().chain(exercises).chain(["status", "note"]),
    )?;
    for entry in entries {
        let mut line = vec![inert(&entry.student), entry.score.to_string(), entry.max_score.to_string()];
        line.extend(entry.scores.iter().map(u32::to_string));
        line.extend([entry.status.clone(), inert(&entry.note)]);
        table.write_record(line)?;
    }
    Ok(table.into_inner()?)
}

/// As Canvas imports it. It finds students by their login names, and makes a new assignment.
///
/// # Errors
/// Never for a table in memory.
pub fn canvas(entries: &[Entry]) -> Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ASSIGNMENT])?;
    let most = entries.iter().map(|entry| entry.max_score).max().unwrap_or_default();
    table.write_record(["    Points Possible", "", "", "", "", &most.to_string()])?;
    for entry in entries {
        let name = inert(&entry.student);
        table.write_record([&name, "", "", &name, "", &entry.score.to_string()])?;
    }
    Ok(table.into_inner()?)
}

/// As nbgrader exports it.
///
/// # Errors
/// Never for a table in memory.
pub fn nbgrader(entries: &[Entry]) -> Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record([
        "assignment",
        "duedate",
        "timestamp",
        "student_id",
        "last_name",
        "first_name",
        "email",
        "raw_score",
        "late_submission_penalty",
        "score",
        "max_score",
    ])?;
    for entry in entries {
        let (name, score, most) =
            (inert(&entry.student), entry.score.to_string(), entry.max_score.to_string());
        table.write_record([ASSIGNMENT, "", "", &name, "", "", "", &score, "0", &score, &most])?;
    }
    Ok(table.into_inner()?)
}

/// What the exercises are called in a grade book.
const ASSIGNMENT: &str = "Activations";

/// The text so that no spreadsheet takes it for a formula.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

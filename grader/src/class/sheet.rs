//! The grades as a table that a spreadsheet reads, and does nothing but read.

use anyhow::Result;

use super::ledger::Entry;
use crate::rubric::Rubric;

/// One line a student: student, score, max_score, one column an exercise, status, note.
///
/// # Errors
/// Never for a table in memory.
pub fn csv(rubric: &Rubric, entries: &[Entry]) -> Result<Vec<u8>> {
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

/// The text so that no spreadsheet takes it for a formula.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

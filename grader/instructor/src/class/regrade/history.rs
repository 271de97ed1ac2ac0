//! Earlier grades, which stay where grades are corrected: `history/1`, `history/2`, …
//!
//! Each has, under the same names, what the correction replaces, and the table of who moved.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Moves;
use super::points::POINTS;
use crate::class::PAGE;
use crate::class::grades::file_name::file_name;
use crate::class::grades::ledger::{ENTRIES, SHEETS, SUMMARY, files_of};
use crate::render;
use student::{atomic_write, mirror};

/// Its folder.
const HISTORY: &str = "history";

/// How the name of a folder begins that is still being filled.
const UNFINISHED: &str = ".unfinished";

/// The report of a student in a folder of grades.
pub fn report_of(grades: &Path, student: &str) -> PathBuf {
    grades.join(format!("instructor/{}.json", file_name(student)))
}

/// Keeps the tables, and all that is written of these students, and returns where.
///
/// # Errors
/// Where something can't be copied.
pub fn keep(grades: &Path, students: &[&str], moves: &Moves) -> Result<String> {
    let history = grades.join(HISTORY);
    let number = (1..).find(|number: &usize| !history.join(number.to_string()).exists()).unwrap_or(1);
    let unfinished = history.join(UNFINISHED);
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).with_context(|| format!("cannot remove {}", unfinished.display()))?;
    }
    let of_class = SHEETS.into_iter().chain([SUMMARY, PAGE, POINTS]).map(str::to_owned);
    let of_students = students.iter().flat_map(|student| {
        let name = file_name(student);
        files_of(&name).into_iter().chain([format!("{ENTRIES}/{name}.json")])
    });
    for file in of_class.chain(of_students) {
        let (from, to) = (grades.join(&file), unfinished.join(&file));
        match () {
            () if from.is_dir() => mirror::copy_folder(&from, &to)?,
            () if from.exists() => atomic_write::write(&to, &fs::read(&from)?)?,
            () => {}
        }
    }
    atomic_write::write(&unfinished.join("moves.txt"), render::moves_text(moves).as_bytes())?;
    atomic_write::write(&unfinished.join("moves.csv"), &render::moves_csv(moves)?)?;
    atomic_write::write(&unfinished.join("moves.html"), render::moves_page(moves).as_bytes())?;
    let place = history.join(number.to_string());
    fs::rename(&unfinished, &place).with_context(|| format!("cannot write {}", place.display()))?;
    Ok(format!("{HISTORY}/{number}"))
}

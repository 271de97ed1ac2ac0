//! `handin`: grades, and packs just the files that are handed in.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{BadArgument, Ending, Grade, Graded, Task, from_here, grade_task};
use crate::atomic_write;
use crate::pack::{Packing, pack};
use crate::report::{ExerciseReport, Progress};
use grader::project::Project;

/// Grade as in class, and pack your exercises' files for handing in
#[derive(Debug, clap::Args)]
pub struct Handin {
    /// Write the archive to this file instead of `handin.zip` in the workspace's top folder
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    options: Grade,
}

/// Grades what the learner wrote, over given files as they were given, and packs it.
///
/// # Errors
/// As [`grade_task`]; also where there is nothing to pack, or the archive can't be written.
pub fn handin(options: &Handin) -> Result<Ending> {
    let usual = || Ok::<_, anyhow::Error>(Project::find()?.root().join("handin.zip"));
    let path = options.out.clone().map_or_else(usual, Ok)?;
    if path.is_dir() {
        return Err(BadArgument("--out names a folder\nhint: name a file in it".into()).into());
    }
    let also = |graded: &Graded| packed(&path, graded);
    grade_task(&options.options, &Task { also: Some(&also), ..Task::own() })
}

/// Packs what was graded, and says what is in the archive and what not.
fn packed(path: &Path, Graded { report, written, .. }: &Graded) -> Result<String> {
    let mut files = Packing::new();
    // What is not begun beyond the core is nothing to hand in.
    let is_meant = |exercise: &&ExerciseReport| exercise.is_core() || exercise.status != Progress::NotStarted;
    for exercise in report.exercises.iter().filter(is_meant) {
        if let Some(file) = written.files.get(&exercise.name) {
            files.insert(exercise.source.shown().to_owned(), file.content.clone());
        }
    }
    if files.is_empty() {
        return Err(
            BadArgument("there is no exercise's file to hand in\nhint: cargo grade says why".into()).into()
        );
    }
    atomic_write::make(path, |to| pack(&files, to))?;
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let open = report.exercises.iter().filter(is_meant).filter(|exercise| exercise.status != Progress::Done);
    let open: Vec<String> = open
        .map(|exercise| format!("{} ({} / {})", exercise.title, exercise.score, exercise.max_score))
        .collect();
    let open = if open.is_empty() { String::new() } else { format!("\nNot done yet: {}.", open.join(", ")) };
    Ok(format!("To hand in: {}, with {}.{open}", from_here(path), names.join(", ")))
}

//! The rubric and the tasks, of which students get some paragraphs and others not.
//!
//! They are texts to read, so they keep their words, their order and their comments.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use toml::{Table, Value};

use super::Files;
use crate::rubric::Rubric;

/// Puts in what is left of the rubric and the tasks.
///
/// # Errors
/// Where one of them can't be read, or is not as expected.
pub fn shorten(root: &Path, rubric: &Rubric, files: &mut Files) -> Result<()> {
    let read =
        |file: &str| fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"));
    let visible = visible_rubric(&read("grader/rubric.toml")?, rubric)?;
    let tasks = student_tasks(&read("Makefile.toml")?)?;
    files.insert("grader/rubric.toml".into(), visible.into_bytes());
    files.insert("Makefile.toml".into(), tasks.into_bytes());
    Ok(())
}

/// The rubric without hidden checks, and how many these were.
fn visible_rubric(text: &str, rubric: &Rubric) -> Result<String> {
    let wanted = rubric.clone().visible();
    let count = format!(
        "# Checks beside these that only your instructor has.\nwithheld = {}\n\n[[exercise]]",
        wanted.withheld
    );
    let is_hidden = |paragraph: &str| {
        let about_hidden = paragraph.starts_with('#') && paragraph.contains("`hidden`");
        about_hidden || paragraph.lines().any(|line| line.trim() == "hidden = true")
    };
    let shown: Vec<&str> = text.split("\n\n").filter(|paragraph| !is_hidden(paragraph)).collect();
    let shown = shown.join("\n\n").replacen("[[exercise]]", &count, 1).trim_end().to_owned() + "\n";
    let made: Rubric = toml::from_str(&shown).context("what is left of grader/rubric.toml is no rubric")?;
    ensure!(
        made.withheld == wanted.withheld && ids(&made) == ids(&wanted),
        "grader/rubric.toml can't be parted by its paragraphs\nhint: one empty line before each [[exercise.check]]"
    );
    Ok(shown)
}

fn ids(rubric: &Rubric) -> Vec<String> {
    let checks = rubric.exercises.iter().flat_map(|e| e.checks.iter().map(|check| e.id(check)));
    checks.collect()
}

/// The tasks for students, the default one, and those that they need.
fn student_tasks(text: &str) -> Result<String> {
    let manifest: Table = toml::from_str(text).context("cannot read Makefile.toml")?;
    let tasks = manifest.get("tasks").and_then(Value::as_table).context("Makefile.toml has no tasks")?;
    let is_students = |task: &Value| task.get("category").and_then(Value::as_str) == Some("Students");
    let mut kept = BTreeSet::from(["default"]);
    let mut open: Vec<&str> =
        tasks.iter().filter(|(_, task)| is_students(task)).map(|(name, _)| name.as_str()).collect();
    while let Some(name) = open.pop() {
        if kept.insert(name) {
            let needed = tasks.get(name).and_then(|task| task.get("dependencies")).and_then(Value::as_array);
            open.extend(needed.into_iter().flatten().filter_map(Value::as_str));
        }
    }
    let mut shown: Vec<&str> = Vec::new();
    for paragraph in text.trim_end().split("\n\n") {
        let task = paragraph.split_once("[tasks.").and_then(|(_, rest)| rest.split(']').next());
        // A heading is kept until another one, or the end, shows that nothing stands below it.
        if task.is_none() && shown.last().is_some_and(|last| is_heading(last)) {
            shown.pop();
        }
        if task.is_none_or(|task| kept.contains(task)) {
            shown.push(paragraph);
        }
    }
    if shown.last().is_some_and(|last| is_heading(last)) {
        shown.pop();
    }
    Ok(shown.join("\n\n") + "\n")
}

fn is_heading(paragraph: &str) -> bool {
    paragraph.starts_with("# ----")
}

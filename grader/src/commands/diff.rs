//! `diff`: what stands in the exercises, beside the reference.

use std::fs;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use anyhow::{Context, Result};
use similar::{ChangeTag, TextDiff};

use super::{Ending, show};
use crate::project::Project;
use crate::stubs::{BEGIN, END};

/// Shows every difference between `exercises` and `solutions`: bodies, and nothing else.
///
/// # Errors
/// Where a file can't be read.
pub fn diff() -> Result<Ending> {
    let project = Project::find()?;
    let mut text = String::new();
    for name in sources(&project.solutions())? {
        let solution = fs::read_to_string(project.solutions().join(&name))
            .with_context(|| format!("cannot read solutions/{name}"))?;
        // The markers are for the machine; nobody reads them in a comparison.
        let solution: String =
            solution.split_inclusive('\n').filter(|line| ![BEGIN, END].contains(&line.trim())).collect();
        let exercise = fs::read_to_string(project.exercises().join(&name)).unwrap_or_default();
        text += &compare(&name, &exercise, &solution);
    }
    if text.is_empty() {
        text += "exercises and solutions are the same\n";
    }
    show(&text)?;
    Ok(Ending::Good)
}

/// What leads from one text to the other; nothing where they are the same.
pub fn compare(name: &str, from: &str, to: &str) -> String {
    if from == to {
        return String::new();
    }
    let (removed, added) = (AnsiColor::Red.on_default(), AnsiColor::Green.on_default());
    let bold = Style::new().bold();
    let mut text = format!("{bold}--- exercises/{name}\n+++ solutions/{name}{bold:#}\n");
    for hunk in TextDiff::from_lines(from, to).unified_diff().context_radius(2).iter_hunks() {
        text += &format!("{}\n", hunk.header());
        for change in hunk.iter_changes() {
            let style = match change.tag() {
                ChangeTag::Delete => removed,
                ChangeTag::Insert => added,
                ChangeTag::Equal => Style::new(),
            };
            let line = change.value().trim_end_matches('\n');
            text += &format!("{style}{}{line}{style:#}\n", change.tag());
        }
    }
    text
}

/// The files that both crates share, as paths in the crate with `/`, in order.
pub fn sources(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for part in ["src", "examples"] {
        walk(&folder.join(part), part, &mut names)?;
    }
    names.sort();
    Ok(names)
}

fn walk(folder: &Path, name: &str, names: &mut Vec<String>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let name = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &name, names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

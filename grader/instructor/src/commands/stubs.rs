//! `stubs`: writes the exercises from the solutions, or checks that they agree.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::difference::Difference;
use crate::render;
use grader::project::{EXAMPLES, Project};
use grader::rubric::Rubric;
use student::commands::{Ending, show};
use student::stubs::{sources, strip};

/// Write `exercises` from `solutions`
#[derive(Debug, clap::Args)]
pub struct Stubs {
    /// Change nothing; show where the two have drifted apart, and fail if they have
    #[arg(long)]
    check: bool,
    /// Replace exercises that hold somebody's code, too
    #[arg(long, conflicts_with = "check")]
    force: bool,
}

/// A file that `exercises` should hold.
struct Wanted {
    path: PathBuf,
    name: String,
    text: String,
}

/// Writes or checks.
///
/// # Errors
/// On markers that do not match, on an exercise without one, on files that can't be read or
/// written, and on work that would be overwritten.
pub fn stubs(options: &Stubs) -> Result<Ending> {
    let project = Project::find()?;
    let wanted = wanted(&project)?;
    let stray = stray(&project, &wanted)?;
    if options.check {
        let mut drift: String =
            stray.iter().map(|name| format!("{name} has no counterpart in solutions\n")).collect();
        for file in wanted {
            let found = fs::read_to_string(&file.path).unwrap_or_default();
            drift += &render::difference(&Difference {
                from_name: format!("exercises/{}", file.name),
                from: found,
                to_name: format!("solutions/{}", file.name),
                to: file.text,
            });
        }
        show(&drift)?;
        if !drift.is_empty() {
            eprintln!(
                "exercises and solutions have drifted apart\nhint: `cargo make stubs` writes exercises anew"
            );
        }
        return Ok(if drift.is_empty() { Ending::Good } else { Ending::Incomplete });
    }
    let changed: Vec<&Wanted> = wanted
        .iter()
        .filter(|file| !fs::read_to_string(&file.path).is_ok_and(|found| found == file.text))
        .collect();
    for file in &changed {
        let found = fs::read_to_string(&file.path).unwrap_or_default();
        let is_work = !found.is_empty() && is_work(&found, file);
        ensure!(
            options.force || !is_work,
            "exercises/{} holds somebody's code, and nothing was changed\n\
             hint: `cargo make stubs --force` replaces it and keeps a copy",
            file.name
        );
    }
    for file in changed {
        keep_copy(&project, file)?;
        fs::create_dir_all(file.path.parent().unwrap_or(&file.path))?;
        fs::write(&file.path, &file.text).with_context(|| format!("cannot write exercises/{}", file.name))?;
        println!("wrote exercises/{}", file.name);
    }
    for name in stray {
        println!("{name} has no counterpart in solutions; it was left alone");
    }
    Ok(Ending::Good)
}

/// Whether somebody has written what would be lost: a body, or an example.
fn is_work(found: &str, wanted: &Wanted) -> bool {
    if wanted.name == EXAMPLES {
        let is_own = |line: &str| !line.starts_with('#') && !wanted.text.lines().any(|given| given == line);
        return found.lines().any(is_own);
    }
    wanted.text.contains("todo!(") && !found.contains("todo!(")
}

fn wanted(project: &Project) -> Result<Vec<Wanted>> {
    let rubric = Rubric::read(&project.suite())?;
    let bodies: Vec<String> = rubric.exercises.iter().map(|exercise| exercise.source().path()).collect();
    let mut wanted = Vec::new();
    for name in sources(&project.solutions())? {
        let path = project.solutions().join(&name);
        let solution = fs::read_to_string(&path).with_context(|| format!("cannot read solutions/{name}"))?;
        let text = strip(&solution).with_context(|| format!("solutions/{name}"))?;
        let bodies = if bodies.contains(&name) { 1 } else { 0 };
        let todos = text.lines().filter(|line| line.trim_start().starts_with("todo!(")).count();
        ensure!(
            todos == bodies,
            "solutions/{name} has {todos} marked bodies, and {bodies} belong there\n\
             hint: each exercise of grader/suite has one, in its file"
        );
        wanted.push(Wanted { path: project.exercises().join(&name), name, text });
    }
    for body in bodies {
        ensure!(
            wanted.iter().any(|file| file.name == body),
            "the rubric has an exercise without solutions/{body}"
        );
    }
    Ok(wanted)
}

fn stray(project: &Project, wanted: &[Wanted]) -> Result<Vec<String>> {
    let known = |name: &String| wanted.iter().any(|file| file.name == *name);
    let found = sources(&project.exercises())?.into_iter().filter(|name| !known(name));
    Ok(found.map(|name| format!("exercises/{name}")).collect())
}

/// Nothing is lost: what is about to be replaced stays in the target folder.
fn keep_copy(project: &Project, file: &Wanted) -> Result<()> {
    if let Ok(found) = fs::read(&file.path) {
        let copy = project.scratch().join("replaced").join(&file.name);
        fs::create_dir_all(copy.parent().unwrap_or(&copy))?;
        fs::write(&copy, found).with_context(|| format!("cannot keep a copy of exercises/{}", file.name))?;
    }
    Ok(())
}

//! `new-misconception`: the beginning of a name for what a group does.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};

use super::{is_snake_case, whole_rubric};
use crate::class;
use crate::specimens;
use grader::diagnose::misconceptions;
use grader::project::Project;
use student::atomic_write;
use student::commands::{BadArgument, Ending, show};

/// Begin a misconception from a group that has no name yet: a specimen of it, and an entry to be finished
#[derive(Debug, clap::Args)]
pub struct NewMisconception {
    /// The folder of grades
    #[arg(value_name = "GRADES")]
    grades: PathBuf,
    /// The group, as the class's page names it, such as `tanh-2`
    #[arg(value_name = "GROUP")]
    group: String,
    /// A name for it, such as `sign_lost`
    #[arg(value_name = "KEY")]
    key: String,
}

/// Writes the specimen and the beginning of the entry, and says what is left to do.
///
/// # Errors
/// A [`BadArgument`] for a key that can't be one; otherwise where there is no such group, it has a name, its code does not
/// run, or something can't be read or written.
pub fn new_misconception(options: &NewMisconception) -> Result<Ending> {
    let key = &options.key;
    if !is_snake_case(key) {
        let why = format!("`{key}` is no key\nhint: lower case and underscores: sign_lost");
        return Err(BadArgument(why).into());
    }
    let project = Project::find()?;
    let rubric = class::rubric_of(&options.grades, whole_rubric(&project)?);
    let group = class::group(&options.grades, &rubric, &options.group)?;
    if let Some(words) = group.words() {
        bail!("{} has a name already: {words}", group.name);
    }
    let Some(exercise) = rubric.exercises.iter().find(|it| it.name == group.behaviour.exercise) else {
        bail!("there is no exercise `{}` any more", group.behaviour.exercise);
    };
    let known = misconceptions(&project.suite(), exercise, None)?;
    ensure!(
        known.iter().all(|known| known.key != *key),
        "`{key}` is the key of another misconception\nhint: choose another"
    );
    let specimen = specimens::folder(&project).join(format!("wrong/{}/{key}.rs", exercise.name));
    ensure!(!specimen.exists(), "{} is there already\nhint: choose another key", specimen.display());
    let list = project.suite().join(&exercise.name).join("misconceptions.toml");
    let mut entries = fs::read_to_string(&list).with_context(|| format!("cannot read {}", list.display()))?;
    let failed = class::failed_checks(&options.grades, &group)?;
    atomic_write::write(&specimen, specimen_of(&failed, key, &group.code).as_bytes())?;
    write!(
        entries,
        "\n# To be finished: take the marks away, and write what it computes, and a sentence for its author.\n\
         # [[misconception]]\n# key = \"{key}\"\n# computes = \"\"\n# says = \"\"\n"
    )?;
    atomic_write::write(&list, entries.as_bytes())?;
    let label = format!("{}/{key}", exercise.name);
    show(&format!(
        "{} is what one of {} wrote. Its entry is begun at the end of {}: write there what it computes, and what to say.\n\
         Then `cargo make verify -- {label}` tells whether it is named.\n",
        specimen.display(),
        group.members.len(),
        list.display()
    ))?;
    Ok(Ending::Good)
}

fn specimen_of(failed: &[String], key: &str, code: &str) -> String {
    format!(
        "//! To be finished: what goes wrong here, in a sentence.\n//!\n//! fails: {}\n//! diagnosis: {key}\n\n{code}",
        failed.join(", ")
    )
}

//! The class's code, laid out for programs that look for copies. In Dolos, a colour is a group of the same behaviour.
//!
//! ```text
//! dolos/EXERCISE/NAME.rs, info.csv, template.rs
//! jplag/EXERCISE/submissions/NAME/EXERCISE.rs, template/EXERCISE.rs
//! ```

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::behaviour::groups::{Group, groups};
use super::grades::file_name::file_name;
use super::grades::sheet::{inert, table};
use super::regrade::points::Points;
use super::reopen;
use super::verdicts::record::Record;
use grader::project::Project;
use grader::rubric::Rubric;
use student::{atomic_write, run};

/// Writes everyone's code of each exercise that somebody began, as it was handed in, beside what everyone was given.
/// Returns the exercises, each with the number of files.
///
/// # Errors
/// Where `grades` holds none, something can't be read or written, or `out` holds something else.
pub fn lay_out(
    project: &Project,
    rubric: &Rubric,
    grades: &Path,
    out: &Path,
) -> Result<Vec<(String, usize)>> {
    let rubric = &Points::of(grades)?.applied(rubric)?;
    let (ledger, _) = reopen(grades)?;
    if out.exists() {
        ensure!(
            fs::read_dir(out)?
                .flatten()
                .all(|entry| ["dolos", "jplag"].iter().any(|name| entry.file_name() == *name)),
            "`{}` holds something else\nhint: name another folder",
            out.display()
        );
        fs::remove_dir_all(out).with_context(|| format!("cannot remove {}", out.display()))?;
    }
    let mut records = Vec::new();
    for entry in ledger.entries().into_iter().filter(|entry| entry.has_report) {
        records.extend(Record::of(grades, &entry.person.key).map(|record| (entry, record.submission)));
    }
    let groups = groups(grades, rubric, &ledger.entries());
    // A timeline with gaps is none.
    let is_timed = !records.is_empty() && records.iter().all(|(entry, _)| !entry.person.submitted.is_empty());
    let mut laid_out = Vec::new();
    for exercise in &rubric.exercises {
        let template = run::stub(project, exercise)?;
        let name = &exercise.name;
        let (dolos, jplag) = (out.join("dolos").join(name), out.join("jplag").join(name));
        let mut info = table();
        let heads = ["filename", "full_name", "label"].into_iter();
        info.write_record(heads.chain(is_timed.then_some("created_at")))?;
        let mut count = 0;
        for (entry, submission) in &records {
            let Some(written) = submission.files.get(name) else { continue };
            let (person, file) = (&entry.person, file_name(&entry.person.key));
            atomic_write::write(&dolos.join(format!("{file}.rs")), &written.content)?;
            let place = jplag.join("submissions").join(&file).join(format!("{name}.rs"));
            atomic_write::write(&place, &written.content)?;
            let is_one = |group: &&Group| {
                group.behaviour.exercise == *name && group.members.iter().any(|it| it.key == person.key)
            };
            let label = groups.iter().find(is_one).map_or("passes", |group| group.name.as_str());
            let mut line = vec![format!("{file}.rs"), inert(&person.name), label.to_owned()];
            line.extend(is_timed.then(|| inert(&person.submitted)));
            info.write_record(line)?;
            count += 1;
        }
        if count > 0 {
            atomic_write::write(&dolos.join("info.csv"), &info.into_inner()?)?;
            atomic_write::write(&dolos.join("template.rs"), template.as_bytes())?;
            atomic_write::write(&jplag.join("template").join(format!("{name}.rs")), template.as_bytes())?;
            laid_out.push((name.clone(), count));
        }
    }
    Ok(laid_out)
}

//! Who handed in what.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::rubric::Exercise;
use crate::submission::Submission;
use crate::untrusted;

/// Somebody who handed something in.
#[derive(Debug)]
pub struct Student {
    /// The name of the folder or archive, as it can be shown.
    pub name: String,
    /// More than one, where several folders or archives bear one name.
    sources: Vec<PathBuf>,
}

/// Every folder and every .zip of a folder, in order of their names. Hidden files and others are
/// no students.
///
/// # Errors
/// Where the folder can't be read, or nobody is in it.
pub fn find(folder: &Path) -> Result<Vec<Student>> {
    ensure!(
        folder.is_dir(),
        "`{}` is no folder\nhint: name the folder that holds one folder or .zip a student",
        folder.display()
    );
    let mut students: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let is_archive = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"));
        let name = if is_archive { path.file_stem() } else { path.file_name() };
        let name = name.unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with('.') && (path.is_dir() || is_archive) {
            students.entry(untrusted::plain(&name, 200).replace('\n', " ")).or_default().push(path);
        }
    }
    ensure!(
        !students.is_empty(),
        "nobody handed anything in: `{}` holds no folder and no .zip\n\
         hint: it should hold one folder or .zip a student",
        folder.display()
    );
    Ok(students.into_iter().map(|(name, sources)| Student { name, sources }).collect())
}

impl Student {
    /// The exercises' files.
    ///
    /// # Errors
    /// Where there is more than one submission, or it can't be read.
    pub fn read(&self, exercises: &[Exercise]) -> Result<Submission> {
        let [source] = &self.sources[..] else {
            let names = self.sources.iter().filter_map(|path| path.file_name());
            let names: Vec<_> = names.map(|name| name.to_string_lossy().into_owned()).collect();
            bail!("more than one submission: {}\nhint: leave the one that counts", names.join(", "));
        };
        Submission::read(source, exercises)
    }
}

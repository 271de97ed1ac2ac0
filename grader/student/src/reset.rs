//! Files as they were on the first day. What stood there is kept.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::given;
use crate::mirror::write_if_changed;
use crate::run::stub;
use grader::project::Project;
use grader::rubric::Exercise;

/// What came of a reset.
#[derive(Debug, PartialEq, Eq)]
pub enum Reset {
    /// The file is the stub again, and this is the copy of what it was.
    Kept(PathBuf),
    /// There was no file; now the stub is there.
    WasMissing,
    /// The file was the stub already.
    WasUntouched,
}

/// Puts the stub of an exercise back, after keeping a copy of what was there.
///
/// # Errors
/// Where the stub or the file can't be read, or one of the two can't be written; then the file is as it
/// was.
pub fn reset(project: &Project, exercise: &Exercise) -> Result<Reset> {
    let path = project.exercise(exercise);
    let stub = stub(project, exercise)?;
    let found = match fs::read(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            write_if_changed(&path, stub.as_bytes())?;
            return Ok(Reset::WasMissing);
        }
        found => found.with_context(|| format!("cannot read {}", path.display()))?,
    };
    if found == stub.as_bytes() {
        return Ok(Reset::WasUntouched);
    }
    let copy = keep(&project.kept(), &exercise.file().replace('/', "-"), &found)
        .with_context(|| format!("cannot keep a copy of {}, and nothing was changed", exercise.file()))?;
    write_if_changed(&path, stub.as_bytes())?;
    Ok(Reset::Kept(copy))
}

/// Puts a given file back that was changed or removed, and takes one away that was added, after keeping a copy of what
/// was there; `None` where nothing was. `file` is its path in the workspace.
///
/// # Errors
/// As [`reset`].
pub fn reset_given(project: &Project, file: &str) -> Result<Option<PathBuf>> {
    let path = project.root().join(file);
    let inner = file.strip_prefix("exercises/").unwrap_or(file);
    let given = match inner {
        "Cargo.toml" => given::manifest_of(project)?,
        _ => given::files_of(project)?.remove(inner),
    };
    let found = match fs::read(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        found => Some(found.with_context(|| format!("cannot read {file}"))?),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let keep = |found: Vec<u8>| {
        let kept = keep(&project.kept(), &name, &found);
        kept.with_context(|| format!("cannot keep a copy of {file}, and nothing was changed"))
    };
    let copy = found.map(keep).transpose()?;
    match given {
        Some(text) => write_if_changed(&path, text.as_bytes())?,
        None => fs::remove_file(&path).with_context(|| format!("cannot remove {file}"))?,
    }
    Ok(copy)
}

/// Writes a copy under the next free number, over nothing.
fn keep(folder: &Path, file: &str, content: &[u8]) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let (name, kind) = file.rsplit_once('.').unwrap_or((file, "txt"));
    let mut number = 1;
    loop {
        let path = folder.join(format!("{name}-{number}.{kind}"));
        match File::create_new(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            file => return file?.write_all(content).map(|()| path),
        }
    }
}

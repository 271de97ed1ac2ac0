//! An exercise as it was on the first day. What stood there is kept.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

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
    let copy = keep(&project.kept(), &exercise.name, &found)
        .with_context(|| format!("cannot keep a copy of {}, and nothing was changed", exercise.file()))?;
    write_if_changed(&path, stub.as_bytes())?;
    Ok(Reset::Kept(copy))
}

/// Writes a copy under the next free number, over nothing.
fn keep(folder: &Path, name: &str, content: &[u8]) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let mut number = 1;
    loop {
        let path = folder.join(format!("{name}-{number}.rs"));
        match File::create_new(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            file => return file?.write_all(content).map(|()| path),
        }
    }
}

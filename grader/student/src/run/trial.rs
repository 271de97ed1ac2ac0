//! What a compiler is locked with, and what it can read all the same: the program that locks it is asked.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use channel::start::Locks;
use grader::trouble::{NotHere, TryAgain, not_started};

/// What the program found out under the rules that compiling has.
pub struct Tried {
    /// What it was locked with.
    pub locks: Locks,
    /// The files that it could read.
    pub read: Vec<String>,
}

impl Tried {
    /// Runs it, and has it try to read these files.
    ///
    /// # Errors
    /// Where it can't be run, or a lock fails.
    pub fn by(program: &Path, files: &[PathBuf], environment: &[(&'static str, OsString)]) -> Result<Self> {
        let mut command = Command::new(program);
        command.arg("--probe").args(files).envs(environment.iter().map(|(name, value)| (name, value)));
        let said = said(&mut command).context("the sandbox does not work here")?;
        let read = said.lines().filter_map(|line| line.strip_prefix("reads ")).map(str::to_owned).collect();
        Ok(Self { locks: Locks::read(&said), read })
    }
}

/// What a program prints.
///
/// # Errors
/// Where it can't be run, or does not end well.
pub fn said(command: &mut Command) -> Result<String> {
    let program = command.get_program().display().to_string();
    let output = command.output().map_err(|error| not_started(error, format!("cannot run {program}")))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        let why = format!("{program} ended with {}: {}", output.status, words.trim_end());
        // Ended by the system, it has no code.
        return Err(if output.status.code().is_some() { NotHere(why).into() } else { TryAgain(why).into() });
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

//! One call of cargo, and what came of it.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Deserialize;

/// A build that takes longer than this is announced: it is the first, and it takes its time.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a build made.
#[derive(Debug, Clone, Default)]
pub struct Build {
    /// Whether everything that was asked for is there.
    pub success: bool,
    /// The programs that were made or are fresh, by target name.
    pub programs: HashMap<String, PathBuf>,
    /// The compiler's errors, as rustc words them.
    errors: String,
    /// What cargo itself said.
    said: String,
}

impl Build {
    /// Why it failed: the compiler's errors, or cargo's words where the compiler found none.
    pub fn explanation(&self) -> &str {
        let compiler = self.errors.trim_end();
        if compiler.is_empty() { self.said.trim_end() } else { compiler }
    }
}

#[derive(Deserialize)]
struct Line {
    reason: String,
    target: Option<Target>,
    executable: Option<PathBuf>,
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    rendered: Option<String>,
}

/// Runs `cargo build` in `folder` with these arguments, into `target`.
///
/// # Errors
/// Where cargo can't be started. A build that fails is no error here: see [`Build::success`].
pub fn build(folder: &Path, target: &Path, arguments: &[&str]) -> Result<Build> {
    // Set where cargo started us: calling it directly saves the rustup proxy's time.
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut child = Command::new(cargo)
        .current_dir(folder)
        .args(["build", "--quiet", "--keep-going", "--message-format=json"])
        .args(arguments)
        .arg("--target-dir")
        .arg(target)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot start cargo\nhint: Rust comes with it: https://rustup.rs")?;
    let (finished, patience) = mpsc::channel::<()>();
    std::thread::spawn(move || {
        if patience.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
            eprintln!("Building. The first time, that takes about half a minute …");
        }
    });
    let mut stderr = child.stderr.take().expect("stderr is piped");
    let said = std::thread::spawn(move || {
        let mut text = String::new();
        let _ = stderr.read_to_string(&mut text); // What can't be read is not shown.
        text
    });
    let mut build = Build::default();
    for line in BufReader::new(child.stdout.take().expect("stdout is piped")).lines() {
        // Build scripts and macros may print other lines: those are not cargo's.
        let Ok(line) = serde_json::from_str::<Line>(&line?) else { continue };
        match (line.reason.as_str(), line.target, line.executable, line.message) {
            ("compiler-artifact", Some(target), Some(program), _) => {
                build.programs.insert(target.name, program);
            }
            ("compiler-message", _, _, Some(diagnostic)) if diagnostic.level == "error" => {
                build.errors += diagnostic.rendered.as_deref().unwrap_or_default();
            }
            _ => {}
        }
    }
    build.success = child.wait()?.success();
    drop(finished);
    build.said = said.join().unwrap_or_default();
    Ok(build)
}

//! One call of cargo, and what came of it.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread::Builder;
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result};
use serde::Deserialize;

use crate::compiler::Message;
use crate::process_group;
use crate::sanitize;
use crate::trouble::{NotHere, TryAgain, not_started};

/// A build that takes longer than this is announced, and again each time that it has taken as long once more.
const PATIENCE: Duration = Duration::from_secs(3);

/// With less room than this left, in bytes, a build may fail for want of it: a worker takes a tenth, and rustc removes
/// what it could not finish.
#[cfg(unix)]
const ROOM: u64 = 64 << 20;

/// Longest line of cargo's that is read, and most of the compiler's words that are kept, in bytes.
const LONGEST_LINE: u64 = 1 << 20;
const MOST_WORDS: usize = 16_000;

/// Most errors that are kept, and most warnings.
const MOST_MESSAGES: usize = 50;

/// A call of `cargo build`.
#[derive(Debug)]
pub struct Call<'a> {
    /// The workspace.
    pub folder: &'a Path,
    /// Where products go.
    pub target: &'a Path,
    /// What to build.
    pub arguments: &'a [&'a str],
    /// Variables beside those that cargo inherits.
    pub environment: Vec<(&'static str, OsString)>,
    /// After this it is ended, with all that it started.
    pub within: Option<Duration>,
}

/// What a build made.
#[derive(Debug, Clone, Default)]
pub struct Build {
    /// Whether everything that was asked for is there.
    pub success: bool,
    /// After which time it was ended, if it was not ready.
    pub timed_out: Option<Duration>,
    /// How long it took.
    pub took: Duration,
    /// The programs that were made or are fresh, by target name.
    pub programs: HashMap<String, PathBuf>,
    /// The compiler's errors, in its order.
    pub errors: Vec<Message>,
    /// Its warnings.
    pub warnings: Vec<Message>,
    /// Whether cargo itself ended before anything was compiled, as it does without a dependency.
    pub refused: bool,
    /// What cargo itself said.
    pub said: String,
}

impl Build {
    /// One that was not begun, because all that there was of this time had been used up.
    pub fn too_late(all: Duration) -> Self {
        Self { timed_out: Some(all), ..Self::default() }
    }

    /// Whether it failed, and the compiler has found no error: something that it needs had run out.
    pub fn is_unexplained(&self) -> bool {
        !self.success && self.timed_out.is_none() && self.errors.is_empty()
    }

    /// The error where this was to build what no learner wrote.
    pub fn failure(&self, what: &str) -> Error {
        let why = format!("{what}\n{}", self.explanation());
        match self.is_unexplained() {
            true if self.refused => NotHere(why).into(),
            true => TryAgain(why).into(),
            false => Error::msg(why),
        }
    }

    /// Why it failed: the compiler's errors, or cargo's words where the compiler found none.
    pub fn explanation(&self) -> String {
        let compiler: String = self.errors.iter().filter_map(|error| error.rendered.as_deref()).collect();
        let words = if compiler.is_empty() { &self.said } else { &compiler };
        sanitize::plain(words.trim_end(), MOST_WORDS)
    }

    /// The first line of what cargo said, where the compiler found no error: without cargo's account of how it
    /// called the compiler.
    pub fn said_in_short(&self) -> String {
        let words = self.explanation();
        let first = words.lines().next().unwrap_or("the build failed without a word");
        format!("{first}\nnote: the compiler gave no reason; it may have needed too much memory, or time")
    }

    /// Takes a line of cargo's messages in. What is none of cargo's changes nothing.
    pub fn note(&mut self, line: &[u8]) {
        // Build scripts and macros may print other lines: those are not cargo's.
        let Ok(line) = serde_json::from_slice::<Line>(line) else { return };
        self.refused &= line.reason != "build-finished";
        match (line.reason.as_str(), line.target, line.executable, line.message) {
            ("compiler-artifact", Some(target), Some(program), _) => {
                self.programs.insert(target.name, program);
            }
            ("compiler-message", _, _, Some(message)) => {
                let kept = match message.level.as_str() {
                    // The last message only counts the others.
                    "error" if !message.message.starts_with("aborting due to") => &mut self.errors,
                    "warning" if !message.spans.is_empty() => &mut self.warnings,
                    _ => return,
                };
                let words: usize =
                    kept.iter().filter_map(|message| message.rendered.as_ref()).map(String::len).sum();
                if words < MOST_WORDS && kept.len() < MOST_MESSAGES {
                    kept.push(message);
                }
            }
            _ => {}
        }
    }
}

#[derive(Deserialize)]
struct Line {
    reason: String,
    target: Option<Target>,
    executable: Option<PathBuf>,
    message: Option<Message>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

/// Cargo itself, or whatever stands for it: where cargo started us, calling it directly saves the
/// rustup proxy's time.
pub fn program() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"))
}

/// Runs `cargo build`.
///
/// # Errors
/// Where cargo can't be started. A build that fails is no error here: see [`Build::success`].
pub fn build(call: &Call) -> Result<Build> {
    let mut command = Command::new(program());
    command
        .current_dir(call.folder)
        .args(["build", "--quiet", "--keep-going", "--message-format=json"])
        .args(call.arguments)
        .arg("--target-dir")
        .arg(call.target)
        .envs(call.environment.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if call.within.is_some() {
        process_group::lead_a_group(&mut command);
    }
    let mut child = process_group::start(&mut command).map_err(|error| {
        not_started(error, "cannot start cargo\nhint: Rust comes with it: https://rustup.rs")
    })?;
    let start = Instant::now();
    let lines = lines_of(child.stdout.take().expect("stdout is piped"));
    let said = beginning_of(child.stderr.take().expect("stderr is piped"));
    let (lines, said) = match lines.and_then(|lines| Ok((lines, said?))) {
        Ok(both) => both,
        Err(error) => {
            process_group::end(&mut child);
            return Err(error).context("cannot listen to cargo\nhint: this machine may be out of threads");
        }
    };
    let mut build = Build { refused: true, ..Build::default() };
    let mut announced = PATIENCE;
    loop {
        let end = call.within.unwrap_or(Duration::MAX).min(announced);
        let left = end.saturating_sub(start.elapsed());
        match lines.recv_timeout(left) {
            Ok(line) => build.note(&line),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) if call.within.is_some_and(|end| start.elapsed() >= end) => {
                process_group::end(&mut child);
                build.timed_out = call.within;
                build.took = start.elapsed();
                return Ok(build);
            }
            Err(RecvTimeoutError::Timeout) => {
                if call.within.is_none() {
                    eprintln!("Building … {} s", announced.as_secs());
                }
                announced += PATIENCE;
            }
        }
    }
    let status = child.wait()?;
    build.success = status.success();
    build.refused &= status.code().is_some();
    build.took = start.elapsed();
    build.said = said.recv().unwrap_or_default();
    if !build.success {
        refuse_full_disk(call.target, &build)?;
    }
    Ok(build)
}

/// Refuses to believe in a build that failed where there was no room for what it makes: rustc's words about that are
/// no error in the code.
#[cfg(unix)]
fn refuse_full_disk(target: &Path, build: &Build) -> Result<()> {
    let Ok(disk) = rustix::fs::statvfs(target) else { return Ok(()) };
    let left = disk.f_bavail.saturating_mul(disk.f_frsize);
    if left < ROOM {
        let (left, target) = (left >> 20, target.display());
        anyhow::bail!(TryAgain(format!(
            "the build failed, and only {left} MiB are left for {target}\n{}\nhint: make room, and try again",
            build.explanation()
        )));
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_full_disk(_target: &Path, _build: &Build) -> Result<()> {
    Ok(())
}

/// Lines as they come; those that are too long are left out.
fn lines_of(stream: impl Read + Send + 'static) -> io::Result<Receiver<Vec<u8>>> {
    let (found, lines) = mpsc::channel();
    Builder::new().spawn(move || {
        let mut stream = BufReader::new(stream);
        let mut is_whole = true;
        loop {
            let mut line = Vec::new();
            match stream.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line) {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
            let ends = line.last() == Some(&b'\n');
            if is_whole && ends && found.send(line).is_err() {
                return;
            }
            is_whole = ends;
        }
    })?;
    Ok(lines)
}

/// The beginning of a text; the rest is read and thrown away, so that nobody stalls.
fn beginning_of(mut stream: impl Read + Send + 'static) -> io::Result<Receiver<String>> {
    let (found, text) = mpsc::channel();
    Builder::new().spawn(move || {
        let mut bytes = Vec::new();
        // What can't be read is not shown.
        let _ = stream.by_ref().take(MOST_WORDS as u64).read_to_end(&mut bytes);
        let _ = found.send(String::from_utf8_lossy(&bytes).into_owned());
        let _ = io::copy(&mut stream, &mut io::sink());
    })?;
    Ok(text)
}

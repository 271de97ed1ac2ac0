//! Starts the grader. Where it is not built yet, or its sources have changed, cargo builds it first, and is seen to.
//!
//! `cargo run --quiet` would be as good, but for the first time: half a minute without a word.
//!
//! Cargo need not run this program: `cargo make` saves the time that cargo takes to find it unchanged. Where it may have
//! changed, it has cargo run it after all.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use start::sources;

/// Commands of the program that draws.
const DRAWN: [&str; 2] = ["page", "plot"];

/// The command of the program with the book, and the option that has another command's answer as a page of it. All
/// other commands are the grader's.
const BOOK: &str = "lesson";
const AS_PAGE: (&str, &str) = ("train", "--page");

/// Commands by the names that they have as cargo's, which has others of these names.
const OF_CARGO: [(&str, &str); 2] = [("watch-exercises", "watch"), ("bench-exercises", "bench")];

/// What a learner's commands need, so that none of them has anything to build later: cargo builds a dependency once
/// for each set of features, and these are the sum of what one call asks for. What learners write is none of it: a
/// file of theirs that does not compile must not keep the grader from being built.
const PROGRAMS: [&str; 12] = [
    "-p", "student", "--bin", "grader", "-p", "pictures", "--bin", "pictures", "-p", "grader", "--test",
    "suite",
];

/// How often a long build says that it goes on, where no bar does.
const SIGN_OF_LIFE: Duration = Duration::from_secs(4);

fn main() -> ExitCode {
    let mut arguments: Vec<OsString> = env::args_os().skip(1).collect();
    if arguments.is_empty() {
        arguments.push("grade".into());
    }
    if let Some((_, command)) = OF_CARGO.iter().find(|(name, _)| arguments[0] == *name) {
        arguments[0] = command.into();
    }
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[OsString]) -> io::Result<ExitCode> {
    // Beside this program lie all others of this workspace.
    let programs = env::current_exe()?.parent().map(Path::to_owned).unwrap_or_default();
    // Where it is run, and not where it was built: a workspace may be copied with its products.
    let by_cargo = env::var_os("CARGO_MANIFEST_DIR").filter(|_| is_run_by_cargo());
    let root = match &by_cargo {
        Some(own) => Path::new(own).ancestors().nth(2).map(Path::to_owned).unwrap_or_default(),
        None => env::current_dir()?,
    };
    let wanted = program_of(arguments);
    let program = programs.join(format!("{wanted}{}", env::consts::EXE_SUFFIX));
    let built = programs.join(if wanted == BOOK { "lesson-is-built" } else { "grader-is-built" });
    let is_built = program.is_file() && sources::newest(&root) <= sources::time_of(&built);
    if by_cargo.is_none() && !is_built {
        return become_program(
            Command::new("cargo").args(["run", "--quiet", "--package", "start", "--"]).args(arguments),
        );
    }
    if !programs.join(format!("grader{}", env::consts::EXE_SUFFIX)).is_file() {
        eprintln!("Building the grader, once. On a recent laptop this takes half a minute.");
    } else if !program.is_file() {
        eprintln!("Building the lesson, once. This takes a few seconds.");
    }
    if !is_built {
        if !build(&root, wanted)? {
            return Ok(ExitCode::FAILURE);
        }
        fs::write(&built, "")?;
    }
    become_program(Command::new(&program).args(arguments))
}

/// Whether this is a `cargo run` of this package: another one's variables say nothing of this workspace.
fn is_run_by_cargo() -> bool {
    env::var_os("CARGO_PKG_NAME").is_some_and(|name| name == env!("CARGO_PKG_NAME"))
}

/// The program that has a command.
fn program_of(arguments: &[OsString]) -> &'static str {
    let (command, option) = AS_PAGE;
    let is_page = arguments[0] == command && arguments.iter().any(|argument| argument == option);
    if arguments[0] == BOOK || is_page {
        BOOK
    } else if DRAWN.iter().any(|name| arguments[0] == *name) {
        "pictures"
    } else {
        "grader"
    }
}

/// Has cargo build all programs, of which the book is built only when it is wanted. Whether it worked.
fn build(root: &Path, wanted: &str) -> io::Result<bool> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root).arg("build").args(PROGRAMS);
    if wanted == BOOK {
        command.args(["-p", BOOK, "--bin", BOOK]);
    }
    let mut child = command.spawn()?;
    if !io::stderr().is_terminal() {
        let start = Instant::now();
        let mut next = SIGN_OF_LIFE;
        while child.try_wait()?.is_none() {
            if start.elapsed() >= next {
                eprintln!("    Building … {} s", next.as_secs());
                next += SIGN_OF_LIFE;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
    Ok(child.wait()?.success())
}

/// Runs a program in this one's place.
#[cfg(unix)]
fn become_program(command: &mut Command) -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(not_started(command, &error))
}

/// Runs a program, and ends as it ends.
#[cfg(not(unix))]
fn become_program(command: &mut Command) -> io::Result<ExitCode> {
    let ended = command.status().map_err(|error| not_started(command, &error))?;
    Ok(ExitCode::from(ended.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1)))
}

fn not_started(command: &Command, error: &io::Error) -> io::Error {
    io::Error::other(format!("cannot start {}: {error}", command.get_program().display()))
}

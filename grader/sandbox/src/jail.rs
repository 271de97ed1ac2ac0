//! Runs the compiler, and a worker, where they can read and write no more than they must.
//!
//! Cargo calls it in place of rustc for a workspace's own crates, and the judge in place of a worker:
//!
//! ```text
//! JAIL_READ=… JAIL_WRITE=… RUSTC_WORKSPACE_WRAPPER=jail cargo build     folders, as in PATH
//! JAIL_READ=… JAIL_WRITE=… jail --probe FILE…     says, in lines, which layers are on (`layer …`) or not offered
//!                                                 (`absent …`), what none of them covers (`missing …`), and
//!                                                 which files can be read (`reads …`)
//! jail --worker [--everything] [--layers=…] PROGRAM
//!                                                 standard input is the line to the judge; with `--everything`,
//!                                                 nothing may be missing
//! jail                                            does nothing: a worker to start for a trial
//! ```
//!
//! `JAIL_LAYERS`, or `--layers`, names the layers to put on, with commas between them, and then all of these have to
//! hold. Without it, those are put on that there are.

use std::env;
use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use sandbox::{Locks, Wanted};

/// Where a linker and what it needs lie, on the systems that there are. Not all of `/usr`, in which
/// somebody may keep a project.
const SYSTEM: [&str; 16] = [
    "/bin",
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/bin",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/libexec",
    "/usr/local/bin",
    "/usr/local/lib",
    "/usr/local/lib64",
    "/usr/local/libexec",
    "/nix/store",
    "/etc/ld.so.cache",
    "/etc/alternatives",
];

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(|word| word.to_str().unwrap_or_default()).collect();
    let done = match (&words[..], &arguments[..]) {
        ([], _) => Ok(()),
        (["--worker", options @ .., _], [.., program]) => launch(program, options),
        (["--probe", ..], [_, files @ ..]) => probe(files),
        (_, [compiler, arguments @ ..]) => compile(compiler, arguments),
        _ => Ok(()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            eprintln!("{failed}");
            ExitCode::FAILURE
        }
    }
}

fn launch(program: &OsString, options: &[&str]) -> Result<(), String> {
    let layers = options.iter().find_map(|option| option.strip_prefix("--layers="));
    let wanted = layers.map_or(Ok(Wanted::Offered), Wanted::exactly)?;
    Err(sandbox::launch(Path::new(program), &wanted, options.contains(&"--everything")))
}

fn probe(files: &[OsString]) -> Result<(), String> {
    print!("{}", lock()?.lines());
    for file in files.iter().map(Path::new).filter(|file| File::open(file).is_ok()) {
        println!("reads {}", file.display());
    }
    Ok(())
}

fn compile(compiler: &OsString, arguments: &[OsString]) -> Result<(), String> {
    let mut command = Command::new(compiler);
    command.args(arguments).env_clear().env("PATH", path());
    if let Some(folder) = folders("JAIL_WRITE").first() {
        command.env("TMPDIR", folder);
    }
    // What is missing has been named to whoever asked; here it changes nothing.
    lock()?;
    Err(format!("cannot run {}: {}", compiler.display(), run(command)))
}

/// Locks this process by the folders that the environment names.
fn lock() -> Result<Locks, String> {
    let (read, write) = (folders("JAIL_READ"), folders("JAIL_WRITE"));
    let readable: Vec<&Path> =
        SYSTEM.iter().map(Path::new).chain(read.iter().map(PathBuf::as_path)).collect();
    let writable: Vec<&Path> = write.iter().map(PathBuf::as_path).chain([Path::new("/dev/null")]).collect();
    let layers = env::var("JAIL_LAYERS");
    let wanted = layers.map_or(Ok(Wanted::Offered), |names| Wanted::exactly(&names))?;
    sandbox::lock_compiler(&readable, &writable, &wanted)
}

fn folders(variable: &str) -> Vec<PathBuf> {
    env::var_os(variable).iter().flat_map(env::split_paths).collect()
}

/// As far as programs there may be run, and nothing that tells of the user.
fn path() -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let system =
        env::split_paths(&path).filter(|folder| SYSTEM.iter().any(|known| folder.starts_with(known)));
    env::join_paths(system).unwrap_or_default()
}

/// Comes back only where it fails.
#[cfg(unix)]
fn run(mut command: Command) -> std::io::Error {
    std::os::unix::process::CommandExt::exec(&mut command)
}

#[cfg(not(unix))]
fn run(mut command: Command) -> std::io::Error {
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(error) => error,
    }
}

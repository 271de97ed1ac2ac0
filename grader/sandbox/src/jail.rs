//! Runs the compiler where it can read and write no more than it must.
//!
//! Cargo calls it in place of rustc for a workspace's own crates:
//!
//! ```text
//! JAIL_READ=… JAIL_WRITE=… RUSTC_WORKSPACE_WRAPPER=jail cargo build     folders, as in PATH
//! jail                                  names, a line each, what this system has no lock for
//! ```

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Where a linker and what it needs lie, on the systems that there are.
const SYSTEM: [&str; 8] =
    ["/usr", "/bin", "/lib", "/lib32", "/lib64", "/nix/store", "/etc/ld.so.cache", "/etc/alternatives"];

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let Some(compiler) = arguments.next() else {
        for missing in sandbox::lock_worker() {
            println!("{missing}");
        }
        return ExitCode::SUCCESS;
    };
    let folders = |name| env::var_os(name).iter().flat_map(env::split_paths).collect::<Vec<PathBuf>>();
    let (read, write) = (folders("JAIL_READ"), folders("JAIL_WRITE"));
    let mut command = Command::new(&compiler);
    command.args(arguments).env_clear().env("PATH", path());
    if let Some(folder) = write.first() {
        command.env("TMPDIR", folder);
    }
    let readable: Vec<&Path> =
        SYSTEM.iter().map(Path::new).chain(read.iter().map(PathBuf::as_path)).collect();
    let writable: Vec<&Path> = write.iter().map(PathBuf::as_path).chain([Path::new("/dev/null")]).collect();
    // What is missing has been named to whoever asked; here it changes nothing.
    sandbox::lock_compiler(&readable, &writable);
    run(command, &compiler)
}

/// As far as programs there may be run, and nothing that tells of the user.
fn path() -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let system =
        env::split_paths(&path).filter(|folder| SYSTEM.iter().any(|known| folder.starts_with(known)));
    env::join_paths(system).unwrap_or_default()
}

#[cfg(unix)]
fn run(mut command: Command, compiler: &OsString) -> ExitCode {
    use std::os::unix::process::CommandExt;
    let error = command.exec(); // Comes back only where it fails.
    eprintln!("cannot run {}: {error}", compiler.display());
    ExitCode::FAILURE
}

#[cfg(not(unix))]
fn run(mut command: Command, compiler: &OsString) -> ExitCode {
    match command.status() {
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1).into(),
        Err(error) => {
            eprintln!("cannot run {}: {error}", compiler.display());
            ExitCode::FAILURE
        }
    }
}

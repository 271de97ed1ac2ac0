//! The program in which a learner's code is compiled, and what it can lock on this system.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

use grader::cargo::{self, Call};
use grader::judge::Launcher;
use grader::project::Project;
use grader::trouble::{NotHere, TryAgain, not_started};

/// The bounds of a learner's code, beside deadlines and a process of its own.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sandbox {
    /// What this system has no lock for, in words; empty where everything is locked.
    pub missing: Vec<String>,
}

/// The compiler, locked up.
#[derive(Debug, Clone)]
pub struct Jail {
    /// What can be locked here.
    pub sandbox: Sandbox,
    /// What has no lock while something is compiled; what a worker lacks, its own launcher says.
    compiling: Sandbox,
    everything: bool,
    program: PathBuf,
    compiler: PathBuf,
    sysroot: PathBuf,
}

impl Jail {
    /// Builds the program and tries what it can lock.
    ///
    /// # Errors
    /// Where it can't be built or tried, a lock fails, or the compiler can't be found.
    pub fn make(project: &Project) -> Result<Self> {
        let mut made = cargo::build(&Call {
            folder: project.root(),
            target: &project.target(),
            arguments: &["-p", "sandbox", "--bin", "jail"],
            environment: Vec::new(),
            within: None,
        })?;
        let Some(program) = made.programs.remove("jail") else {
            return Err(made.failure("the sandbox can't be built"));
        };
        let sysroot = PathBuf::from(said(Command::new(rustc()).args(["--print", "sysroot"]))?.trim_end());
        // The one in the toolchain, and not the proxy that chooses a toolchain.
        let compiler = sysroot.join("bin").join(format!("rustc{}", env::consts::EXE_SUFFIX));
        let compiling = Sandbox { missing: Tried::by(&program, &[], &[])?.missing };
        let mut jail =
            Self { sandbox: compiling.clone(), compiling, everything: false, program, compiler, sysroot };
        if let Some(launcher) = jail.launcher() {
            let missing = launcher
                .try_out()
                .map_err(|why| NotHere(format!("the sandbox does not work here: {why}")))?;
            jail.sandbox.missing.extend(missing);
            jail.sandbox.missing.sort();
            jail.sandbox.missing.dedup();
        }
        Ok(jail)
    }

    /// Refuses where something is missing that is asked for; from here on, every worker does, too.
    ///
    /// # Errors
    /// With the names of what this system has no lock for.
    pub fn demand(self, everything: bool) -> Result<Self> {
        if self.sandbox.missing.is_empty() || !everything {
            return Ok(Self { everything, ..self });
        }
        let why = format!(
            "this system can't lock up a learner's code. Not locked:\n  {}\n\
             hint: without --require-sandbox it is graded behind what locks there are",
            self.sandbox.missing.join("\n  ")
        );
        Err(NotHere(why).into())
    }

    /// What was not locked while something was compiled in here.
    pub fn while_compiling(&self) -> Sandbox {
        self.compiling.clone()
    }

    /// What starts a worker; none on a system for which there is no sandbox.
    pub fn launcher(&self) -> Option<Launcher> {
        let launcher = Launcher { path: self.program.clone(), everything: self.everything };
        cfg!(target_os = "linux").then_some(launcher)
    }

    /// Refuses to compile anybody's code where it could read one of these files, as in a project that
    /// lies in a folder of the system's.
    ///
    /// # Errors
    /// With the first file that could be read.
    pub fn refuse_to_read(
        &self,
        files: &[PathBuf],
        environment: Vec<(&'static str, OsString)>,
    ) -> Result<()> {
        let Tried { missing, read } = Tried::by(&self.program, files, &environment)?;
        // Without a lock on files there is no such folder; what is missing is named in the report.
        match read.first() {
            Some(file) if missing.is_empty() => bail!(NotHere(format!(
                "a submission could read {file} while it is compiled\n\
                 hint: the compiler may read the system's folders, and its own: move the project out of them"
            ))),
            _ => Ok(()),
        }
    }

    /// What makes cargo compile a workspace's own crates in here: reading `readable`, writing
    /// `target`, where `temporary` lies.
    ///
    /// # Errors
    /// Where a path can't be put into a list of paths.
    pub fn environment(
        &self,
        readable: &Path,
        target: &Path,
        temporary: &Path,
    ) -> Result<Vec<(&'static str, OsString)>> {
        let mut variables: Vec<(&'static str, OsString)> = vec![
            ("RUSTC_WRAPPER", no_wrapper(&self.program).into()),
            ("RUSTC", self.compiler.clone().into()),
            // Half-done work of one submission must not wait for the next.
            ("CARGO_INCREMENTAL", "0".into()),
            // Panics name their places without it, and linking takes a fifth less.
            ("CARGO_PROFILE_DEV_DEBUG", "0".into()),
            // Compiled once and then thrown away: splitting it up costs a tenth of all that a submission does.
            ("CARGO_PROFILE_DEV_CODEGEN_UNITS", "1".into()),
        ];
        if cfg!(target_os = "linux") {
            variables.push(("RUSTC_WORKSPACE_WRAPPER", self.program.clone().into()));
            // Not all of where the toolchain is, which may be `/usr`.
            let toolchain = ["bin", "lib", "libexec"].map(|folder| self.sysroot.join(folder));
            let read = toolchain.iter().map(PathBuf::as_path).chain([readable]);
            variables.push(("JAIL_READ", env::join_paths(read)?));
            variables.push(("JAIL_WRITE", env::join_paths([temporary, target])?));
        }
        Ok(variables)
    }
}

/// What the program found out under the rules that compiling has.
struct Tried {
    missing: Vec<String>,
    read: Vec<String>,
}

impl Tried {
    fn by(program: &Path, files: &[PathBuf], environment: &[(&'static str, OsString)]) -> Result<Self> {
        let mut command = Command::new(program);
        command.arg("--probe").args(files).envs(environment.iter().map(|(name, value)| (name, value)));
        let said = said(&mut command).context("the sandbox does not work here")?;
        let lines = |start: &str| {
            said.lines().filter_map(|line| line.strip_prefix(start)).map(str::to_owned).collect()
        };
        Ok(Self { missing: lines("missing "), read: lines("reads ") })
    }
}

/// Overrides the user's `RUSTC_WRAPPER` (such as sccache), which would run outside the sandbox.
///
/// Cargo takes an empty name for none, but then asks the compiler anew, with each build, who it is, which
/// takes a quarter of a small build. `env` only starts what follows, unless that looks like `name=value`.
fn no_wrapper(next: &Path) -> &'static str {
    const ENV: &str = "/usr/bin/env";
    let fits = cfg!(target_os = "linux") && Path::new(ENV).is_file() && !next.to_string_lossy().contains('=');
    if fits { ENV } else { "" }
}

/// The compiler that belongs to the cargo that is in use.
pub fn rustc() -> OsString {
    let beside = Path::new(&cargo::program()).with_file_name("rustc");
    if beside.is_absolute() && beside.exists() { beside.into() } else { OsString::from("rustc") }
}

fn said(command: &mut Command) -> Result<String> {
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

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_compiled_where_the_project_could_be_read() {
        let project = Project::find().expect("this is one");
        let jail = Jail::make(&project).expect("made");
        let elsewhere = tempfile::tempdir().expect("a folder");
        let secret = [project.suite().join(grader::rubric::COMMON)];
        let with = |readable: &Path| {
            let environment = jail.environment(readable, elsewhere.path(), elsewhere.path()).expect("paths");
            jail.refuse_to_read(&secret, environment)
        };
        with(elsewhere.path()).expect("the usual rules");
        for folder in [project.root(), &project.root().join("grader"), Path::new("/")] {
            let refused = with(folder).expect_err("the suite can be read").to_string();
            assert!(refused.contains("common.toml") && refused.contains("hint: "), "{refused}");
        }
    }
}

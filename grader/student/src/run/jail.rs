//! The program in which a learner's code is compiled, and what it can lock on this system.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use channel::start::Locks;
use grader::cargo::{self, Call};
use grader::judge::Launcher;
use grader::project::Project;
use grader::trouble::NotHere;

use super::demand::{Demand, Sandbox};
use super::trial::{Tried, said};

/// The layers that do without a root folder.
const WITHOUT_NAMESPACES: &str = "rights,limits,landlock,seccomp";

/// The compiler, locked up.
#[derive(Debug, Clone)]
pub struct Jail {
    /// What can be locked here.
    pub sandbox: Sandbox,
    /// What has no lock while something is compiled; what a worker lacks, its own launcher says.
    compiling: Sandbox,
    /// Why layers are not on.
    absent: Vec<String>,
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
        let mut jail = Self {
            sandbox: Sandbox::default(),
            compiling: Sandbox::default(),
            absent: Vec::new(),
            everything: false,
            program,
            compiler,
            sysroot,
        };
        jail.try_locks()?;
        Ok(jail)
    }

    /// Puts on, for a trial, what this system offers, and notes what that is.
    fn try_locks(&mut self) -> Result<()> {
        let both = |a: &[String], b: &[String]| sorted([a, b].concat());
        let (compiling, running) = match self.tried(None) {
            Ok(tried) => tried,
            // Some system's folders may be mounted in a way that a root folder can't be made of.
            Err(why) => {
                let Ok(tried) = self.tried(Some(WITHOUT_NAMESPACES)) else { return Err(why) };
                self.absent.push(format!("namespaces: {why:#}"));
                tried
            }
        };
        self.sandbox.missing = both(&compiling.missing, &running.missing);
        self.absent = both(&self.absent, &both(&compiling.absent, &running.absent));
        let on = |locks: &Locks, layer: &String| locks.layers.contains(layer);
        self.sandbox.layers = compiling.layers.iter().filter(|layer| on(&running, layer)).cloned().collect();
        self.compiling = Sandbox { layers: self.sandbox.layers.clone(), missing: compiling.missing };
        Ok(())
    }

    /// What a compiler and a worker are locked with.
    fn tried(&self, layers: Option<&str>) -> Result<(Locks, Locks)> {
        let environment: Vec<_> = layers.map(|names| ("JAIL_LAYERS", names.into())).into_iter().collect();
        let compiling = Tried::by(&self.program, &[], &environment)?.locks;
        let layers = layers.map(|names| names.split(',').map(str::to_owned).collect());
        let Some(launcher) = self.launcher(layers) else { return Ok((compiling.clone(), compiling)) };
        let running = launcher.try_out();
        let running = running.map_err(|why| NotHere(format!("the sandbox does not work here: {why}")))?;
        Ok((compiling, running))
    }

    /// Refuses where something is missing that is asked for; from here on, every worker does, too.
    ///
    /// # Errors
    /// With the names of what this system has no lock for.
    pub fn demand(self, demand: Option<Demand>) -> Result<Self> {
        let Some(demand) = demand else { return Ok(self) };
        demand.refuse(&self.sandbox.missing, &self.absent)?;
        Ok(Self { everything: true, ..self })
    }

    /// With only these layers, each of which this system has. What they do not cover is not named anew.
    pub fn only(mut self, layers: &[&str]) -> Self {
        self.sandbox.layers = layers.iter().map(|layer| (*layer).to_owned()).collect();
        self
    }

    /// What was not locked while something was compiled in here.
    pub fn while_compiling(&self) -> Sandbox {
        self.compiling.clone()
    }

    /// What starts a worker, behind the layers that this system has; none on a system for which there is no sandbox.
    pub fn launcher_of_worker(&self) -> Option<Launcher> {
        self.launcher(Some(self.sandbox.layers.clone()))
    }

    fn launcher(&self, layers: Option<Vec<String>>) -> Option<Launcher> {
        let launcher = Launcher { path: self.program.clone(), everything: self.everything, layers };
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
        let Tried { locks, read } = Tried::by(&self.program, files, &environment)?;
        // Without a lock on files there is no such folder; what is missing is named in the report.
        match read.first() {
            Some(file) if locks.missing.is_empty() => bail!(NotHere(format!(
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
            variables.push(("JAIL_LAYERS", self.sandbox.layers.join(",").into()));
        }
        Ok(variables)
    }
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort();
    words.dedup();
    words
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

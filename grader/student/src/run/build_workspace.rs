//! A workspace of the grader's own, where a learner's files are built without touching theirs.
//!
//! It holds the learner's crate and the worker and nothing of the reference. Its path is fixed
//! and a file is written only if it changes, because cargo then rebuilds no more than it must.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use tempfile::TempDir;
use toml::{Table, Value};

use super::attempts::Compiler;
use super::baseline::Baseline;
use super::crates::Crate;
use super::jail::Jail;
use super::shared::{self, SHARED};
use crate::given;
use crate::manifest;
use crate::mirror::{copy_folder, mirror, unfold, write_if_changed};
use grader::cargo::{self, Build, Call};
use grader::judge::Program;
use grader::project::Project;
use grader::rubric::{COMMON, Exercise};

/// The worker.
pub const PROGRAM: &str = "worker-exercises";

/// The crates that a private workspace has, as folders of the project.
const MEMBERS: [&str; 4] = ["exercises", "grader/channel", "grader/sandbox", "grader/worker"];

/// The version of the packages in a private workspace, which no others have.
const VERSION: &str = "0.0.0-private";

/// A private workspace, with everything in it but the exercises' files.
pub struct BuildWorkspace {
    /// What the worker is locked up in, if it is.
    pub jail: Option<Jail>,
    /// Whether the worker is built with all optimisations.
    pub optimised: bool,
    folder: PathBuf,
    target: PathBuf,
    workers: PathBuf,
    baseline: Option<Baseline>,
}

impl BuildWorkspace {
    /// Makes or refreshes the workspace; with a jail, everything but the learner's crate is built,
    /// and what is left of earlier submissions is removed.
    ///
    /// # Errors
    /// Where a file can't be read or written, or something that no learner writes can't be built.
    pub fn open(project: &Project, exercises: &[Exercise], jail: Option<Jail>) -> Result<Self> {
        Self::open_at(project, exercises, jail, "")
    }

    /// Opens `count` workspaces for builds side by side; shared dependencies are built once and copied.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_many(
        project: &Project,
        exercises: &[Exercise],
        jail: &Jail,
        count: usize,
    ) -> Result<Vec<Self>> {
        let mut all = vec![Self::open(project, exercises, Some(jail.clone()))?];
        let scratch = project.scratch();
        for number in 2..=count {
            let slot = format!("-{number}");
            let list = format!("jailed{slot}.txt");
            if !scratch.join(&list).exists() {
                for part in ["workspace", "jailed"] {
                    copy_folder(&scratch.join(part), &scratch.join(format!("{part}{slot}")))?;
                }
                fs::copy(scratch.join("jailed.txt"), scratch.join(list)).context("cannot copy a list")?;
            }
            all.push(Self::open_at(project, exercises, Some(jail.clone()), &slot)?);
        }
        Ok(all)
    }

    fn open_at(project: &Project, exercises: &[Exercise], jail: Option<Jail>, slot: &str) -> Result<Self> {
        let scratch = project.scratch();
        let folder = scratch.join(format!("workspace{slot}"));
        let root = project.root();
        let own: Vec<PathBuf> = exercises.iter().map(|exercise| place(&folder, exercise)).collect();
        let learners = Crate::Exercises.name();
        for member in MEMBERS {
            let given = if member == learners { given::files_of(project)? } else { BTreeMap::new() };
            match given.is_empty() {
                true => mirror(&root.join(member).join("src"), &folder.join(member).join("src"), &own)?,
                false => unfold(&given, &folder.join(member), "src", &own)?,
            }
            let manifest = format!("{member}/Cargo.toml");
            let given = if member == learners { given::manifest_of(project)? } else { None };
            let text = given.map_or_else(|| fs::read_to_string(root.join(&manifest)), Ok)?;
            write_if_changed(&folder.join(&manifest), text.as_bytes())?;
        }
        let shared = if jail.is_some() { shared::of_worker(&folder)? } else { shared::of_learners(root)? };
        write_if_changed(&folder.join(SHARED).join("Cargo.toml"), shared.as_bytes())?;
        write_if_changed(&folder.join(SHARED).join("src/lib.rs"), b"")?;
        edit(root, &folder, "Cargo.toml", |manifest| {
            let workspace = manifest::table(manifest, "workspace")?;
            let members = MEMBERS.into_iter().chain([SHARED]).map(Value::from).collect::<Vec<_>>();
            workspace.insert("members".into(), members.into());
            workspace.remove("default-members");
            // Cargo tells packages of two workspaces apart by their paths *within* them, and by their versions: what
            // is built here must not pass for fresh in the learner's tree.
            manifest::table(workspace, "package")?.insert("version".into(), VERSION.into());
            Ok(())
        })?;
        write_if_changed(&folder.join("Cargo.lock"), &fs::read(root.join("Cargo.lock"))?)?;
        let workers = scratch.join(format!("workers{slot}"));
        // Of a run that was killed.
        let _ = fs::remove_dir_all(&workers);
        fs::create_dir_all(&workers).with_context(|| format!("cannot write to {}", scratch.display()))?;
        let target = match jail {
            Some(_) => scratch.join(format!("jailed{slot}")),
            // What both workspaces need is built already.
            None => project.target(),
        };
        let mut workspace = Self { jail, optimised: false, folder, target, workers, baseline: None };
        if let Some(jail) = &workspace.jail {
            jail.refuse_to_read(&solved(project, exercises)?, workspace.environment(jail)?)?;
            workspace.baseline = Some(workspace.prepare(&scratch.join(format!("jailed{slot}.txt")))?);
        }
        Ok(workspace)
    }

    /// Builds what every submission shares. Nothing in it is a learner's, so it may take its time.
    fn prepare(&self, list: &Path) -> Result<Baseline> {
        Baseline::make(self.target.clone(), list, is_learners, || {
            fs::create_dir_all(self.temporary()).context("cannot make a folder for the linker")?;
            let made = self.cargo(&["-p", SHARED], None)?;
            if made.success {
                Ok(())
            } else {
                Err(made.failure("what every submission needs can't be built"))
            }
        })
    }

    /// Puts an exercise's file in its place.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn put(&self, exercise: &Exercise, content: &[u8]) -> Result<()> {
        write_if_changed(&place(&self.folder, exercise), content)
    }

    /// A folder for the workers of one submission.
    ///
    /// # Errors
    /// Where it can't be made.
    pub fn folder_for_workers(&self) -> Result<TempDir> {
        tempfile::tempdir_in(&self.workers).context("cannot make a folder for workers")
    }

    /// Builds the worker, and keeps a copy of it in `keep`, because the next build takes its place.
    ///
    /// # Errors
    /// Where cargo can't be started or the copy can't be made. A failed build is none.
    fn build(&self, keep: &Path, name: &str, within: Option<Duration>) -> Result<Build> {
        let mut arguments = vec!["--offline", "-p", Crate::Exercises.package(), "--bin", PROGRAM];
        match self.jail {
            Some(_) => arguments.extend(["--features", "sandbox"]),
            None => arguments.extend(["-p", SHARED]),
        }
        if self.optimised {
            arguments.push("--release");
        }
        let mut build = self.cargo(&arguments, within)?;
        if let Some(program) = build.programs.remove(PROGRAM) {
            // A process is called what its file is called, and that is to tell it nothing.
            let kept = keep.join(name).join(format!("worker{}", std::env::consts::EXE_SUFFIX));
            fs::create_dir_all(keep.join(name))
                .and_then(|()| fs::copy(program, &kept))
                .and_then(|_| let_anybody_run(&kept))
                .with_context(|| format!("cannot write {}", kept.display()))?;
            build.programs.insert(PROGRAM.into(), kept);
        }
        Ok(build)
    }

    /// Builds an example of the learner's crate.
    ///
    /// # Errors
    /// Where its sources can't be copied, or cargo can't be started. A failed build is none.
    pub fn build_example(&self, project: &Project, name: &str) -> Result<Build> {
        let examples = "exercises/examples";
        mirror(&project.root().join(examples), &self.folder.join(examples), &[])?;
        self.cargo(&["--offline", "-p", SHARED, "-p", "exercises", "--example", name], None)
    }

    /// Removes what a submission's builds left, before the next submission can read it.
    ///
    /// # Errors
    /// Where something can't be removed.
    pub fn forget(&self) -> Result<()> {
        self.baseline.as_ref().map_or(Ok(()), Baseline::restore)
    }

    fn cargo(&self, arguments: &[&str], within: Option<Duration>) -> Result<Build> {
        let environment = self.jail.as_ref().map(|jail| self.environment(jail)).transpose()?;
        let environment = environment.unwrap_or_default();
        cargo::build(&Call { folder: &self.folder, target: &self.target, arguments, environment, within })
    }

    fn environment(&self, jail: &Jail) -> Result<Vec<(&'static str, OsString)>> {
        jail.environment(&self.folder, &self.target, &self.temporary())
    }

    fn temporary(&self) -> PathBuf {
        self.target.join("temporary")
    }
}

/// A build workspace as a compiler that keeps workers in a folder.
pub struct KeepingIn<'a> {
    /// Where files are compiled.
    pub workspace: &'a BuildWorkspace,
    /// Where workers are kept.
    pub folder: &'a Path,
}

impl Compiler for KeepingIn<'_> {
    fn compile(&self, files: &[(&Exercise, Vec<u8>)], name: &str, within: Option<Duration>) -> Result<Build> {
        for (exercise, content) in files {
            self.workspace.put(exercise, content)?;
        }
        self.workspace.build(self.folder, name, within)
    }

    fn program(&self, path: PathBuf) -> Program {
        Program { path, launcher: self.workspace.jail.as_ref().and_then(Jail::launcher_of_worker) }
    }
}

/// What no learner's code may read while it is compiled: the project, what it is worth, and solutions.
fn solved(project: &Project, exercises: &[Exercise]) -> Result<Vec<PathBuf>> {
    let solutions = exercises.iter().map(|exercise| project.solutions().join(exercise.source().path()));
    let solutions = solutions.filter(|path| path.exists());
    // Of the project's folder itself, a locked compiler sees the way to what it may read.
    Ok([project.root().join("Cargo.toml"), project.suite().join(COMMON)]
        .into_iter()
        .chain(solutions)
        .collect())
}

/// Root's workers are run as somebody who is nobody else.
#[cfg(unix)]
fn let_anybody_run(program: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(program, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn let_anybody_run(_program: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a build product is of the learner's crate or of the worker, by the names that cargo gives.
fn is_learners(product: &Path) -> bool {
    product.iter().any(|part| {
        let part = part.to_string_lossy();
        let name = part.strip_prefix("lib").unwrap_or(&part);
        ["exercises-", "nn-", "nn.", "worker"].iter().any(|own| name.starts_with(own))
    })
}

/// Copies a manifest with a change to it.
fn edit(from: &Path, to: &Path, file: &str, change: impl FnOnce(&mut Table) -> Result<()>) -> Result<()> {
    write_if_changed(&to.join(file), manifest::edited(from, file, change)?.as_bytes())
}

fn place(folder: &Path, exercise: &Exercise) -> PathBuf {
    folder.join(Crate::Exercises.name()).join(exercise.source().path())
}

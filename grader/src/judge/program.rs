//! Which program runs a learner's code, and what locks it up first.

use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use channel::start::Locks;

use super::worker::Worker;

/// Environment variable of the suite: the worker to ask.
const WORKER: &str = "GRADER_WORKER";
/// Environment variable of the suite: the launcher that locks the worker up; none for a worker without locks.
const LAUNCHER: &str = "GRADER_LAUNCHER";
/// Environment variable of the suite: there where the worker must not run unless everything is locked.
const EVERYTHING: &str = "GRADER_LOCK_EVERYTHING";
/// Environment variable of the suite: the layers without any of which the worker must not run.
const LAYERS: &str = "GRADER_LOCK_LAYERS";

/// A worker's program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// Its file.
    pub path: PathBuf,
    /// What locks it up; none for code that runs as any program does.
    pub launcher: Option<Launcher>,
}

/// A program that locks itself and then turns into a worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launcher {
    /// Its file.
    pub path: PathBuf,
    /// Whether it has to refuse where this system can't lock everything.
    pub everything: bool,
    /// The layers that it puts on, by their names, or refuses; those that there are, where none are named.
    pub layers: Option<Vec<String>>,
}

impl Launcher {
    /// Tries whether a program can be started behind its locks, and tells which these are.
    ///
    /// # Errors
    /// Why a program can't be started there, in words.
    pub fn try_out(&self) -> Result<Locks, String> {
        // Whatever the caller wants, here it wants to know.
        Worker::start_trial(&Self { everything: false, ..self.clone() })
    }
}

impl Program {
    /// A worker without locks.
    pub fn unlocked(path: PathBuf) -> Self {
        Self { path, launcher: None }
    }

    /// The program that this process has been told of, if it has been.
    pub fn told() -> Option<&'static Self> {
        static TOLD: LazyLock<Option<Program>> = LazyLock::new(|| {
            let file = |name| std::env::var_os(name).map(PathBuf::from);
            let everything = std::env::var_os(EVERYTHING).is_some();
            let layers =
                std::env::var(LAYERS).ok().map(|names| names.split(',').map(str::to_owned).collect());
            let launcher = file(LAUNCHER).map(|path| Launcher { path, everything, layers });
            Some(Program { path: file(WORKER)?, launcher })
        });
        TOLD.as_ref()
    }

    /// Tells the process that `command` will start of this program, and of no other's launcher.
    pub fn tell(&self, command: &mut Command) {
        command.env(WORKER, &self.path).env_remove(LAUNCHER).env_remove(EVERYTHING).env_remove(LAYERS);
        if let Some(launcher) = &self.launcher {
            command.env(LAUNCHER, &launcher.path);
            if launcher.everything {
                command.env(EVERYTHING, "1");
            }
            if let Some(layers) = &launcher.layers {
                command.env(LAYERS, layers.join(","));
            }
        }
    }

    /// What starts it: itself, or its launcher.
    pub(super) fn command(&self) -> Command {
        let Some(launcher) = &self.launcher else { return Command::new(&self.path) };
        let mut command = Command::new(&launcher.path);
        command.arg("--worker");
        command.args(launcher.everything.then_some("--everything"));
        command.args(launcher.layers.as_ref().map(|layers| format!("--layers={}", layers.join(","))));
        command.arg(&self.path);
        command
    }
}

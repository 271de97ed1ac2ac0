//! Starting a worker, which is the grader's business and not on the learner's time.

use std::collections::BTreeMap;
use std::io::{self, pipe};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use channel::link;
use channel::start::{Launched, Locks, read_launched, read_ready};

use super::failure::Failure;
use super::printed::Printed;
use super::program::{Launcher, Program};
use super::worker::{Timed, Worker, wait};
use crate::process_group;

/// How long one start may take. It takes milliseconds, and a second where Windows is emulated.
const LIMIT: Duration = Duration::from_secs(10);

/// How often a start is tried: a machine may be short of processes for a moment.
const ATTEMPTS: u32 = 5;

/// How much longer is waited before each attempt.
const PAUSE: Duration = Duration::from_millis(200);

/// Programs that did not start, and why. They are not tried again for the next question.
static HOPELESS: Mutex<BTreeMap<PathBuf, String>> = Mutex::new(BTreeMap::new());

impl Worker {
    /// Starts the program, waits until it says that it can be asked, and makes the line to it, in an
    /// environment that holds nothing, a group and an empty folder of its own.
    ///
    /// # Errors
    /// Why it does not start, in words: nothing that a learner's `forward` does can be to blame.
    pub fn start(program: &Program) -> Result<Self, String> {
        let hopeless = || HOPELESS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(why) = hopeless().get(&program.path) {
            return Err(why.clone());
        }
        let mut why = String::new();
        for attempt in 0..ATTEMPTS {
            thread::sleep(PAUSE * attempt);
            match Self::start_once(program) {
                Ok(worker) => return Ok(worker),
                Err(error) => why = format!("the worker did not start: {error}"),
            }
        }
        hopeless().insert(program.path.clone(), why.clone());
        Err(why)
    }

    fn start_once(program: &Program) -> Result<Self, String> {
        let until = Instant::now() + LIMIT;
        let mut worker = Self::spawn(program).map_err(|error| error.to_string())?;
        let mut from = Timed { stream: &worker.stream, child: &worker.child, until };
        let launched = match &program.launcher {
            Some(_) => read_launched(&mut from),
            None => Ok(Launched::Locked(Locks::default())),
        };
        let ready = launched.and_then(|launched| match launched {
            Launched::Locked(locks) => read_ready(&mut from).map(|()| locks),
            Launched::Failed(why) => Err(io::Error::other(why)),
        });
        match ready {
            Ok(locks) => {
                worker.missing = locks.missing;
                Ok(worker)
            }
            Err(error) => Err(worker.why_not_ready(&error)),
        }
    }

    /// Has a launcher start itself, which ends at once, and tells what it was locked with.
    pub(super) fn start_trial(launcher: &Launcher) -> Result<Locks, String> {
        let program = Program { path: launcher.path.clone(), launcher: Some(launcher.clone()) };
        let until = Instant::now() + LIMIT;
        let mut worker = Self::spawn(&program).map_err(|error| error.to_string())?;
        let mut from = Timed { stream: &worker.stream, child: &worker.child, until };
        match read_launched(&mut from) {
            Ok(Launched::Locked(locks)) => match wait(&mut worker.child, until) {
                Some(status) if status.success() => Ok(locks),
                _ => Err(worker.why_not_ready(&io::ErrorKind::UnexpectedEof.into())),
            },
            Ok(Launched::Failed(why)) => Err(why),
            Err(error) => Err(worker.why_not_ready(&error)),
        }
    }

    fn spawn(program: &Program) -> io::Result<Self> {
        let (output, input) = pipe()?;
        let folder = tempfile::tempdir()?;
        let mut command = program.command();
        command.stdout(input.try_clone()?).stderr(input).env_clear().current_dir(&folder);
        process_group::lead_a_group(&mut command);
        // argv[0] would tell the worker its path.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::arg0(&mut command, "worker");
        // A backtrace for each `todo!` would take longer than all the rest.
        command.env("RUST_BACKTRACE", "0");
        if let Some(root) = std::env::var_os("SystemRoot") {
            command.env("SystemRoot", root); // Windows opens no socket without it.
        }
        let pending = link::attach(&mut command)?;
        let mut child = command.spawn()?;
        // It holds the worker's ends of line and pipe, which must close when the worker ends.
        drop(command);
        let connected = Printed::collect(output).and_then(|printed| {
            let has_ended = || matches!(child.try_wait(), Ok(Some(_)));
            Ok((pending.accept(LIMIT, has_ended)?, printed))
        });
        match connected {
            Ok((stream, printed)) => {
                Ok(Self { child, stream, printed, missing: Vec::new(), asked: 0, _folder: folder })
            }
            Err(error) => {
                process_group::end(&mut child);
                Err(error)
            }
        }
    }

    fn why_not_ready(mut self, error: &io::Error) -> String {
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => {
                format!("it was not ready within {} s", LIMIT.as_secs())
            }
            io::ErrorKind::InvalidData | io::ErrorKind::Other => error.to_string(),
            // The line was cut: the process is gone, or about to be.
            _ => {
                let ended = wait(&mut self.child, Instant::now() + Duration::from_millis(500));
                let how = ended.map_or_else(
                    || "it closed the line".to_owned(),
                    |status| match Failure::from_exit(status) {
                        Failure::Crashed { how } | Failure::NoAnswer { how } => how,
                        other => other.outcome(None).message,
                    },
                );
                format!("{how} {}", self.end()).trim_end().to_owned()
            }
        }
    }
}

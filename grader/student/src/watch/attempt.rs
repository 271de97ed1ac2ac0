//! One grading, as a process that can be ended at any time.

use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread::Builder;

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::Event;
use grader::process_group;

/// Where temporary files go, on Unix and on Windows.
const TEMPORARY: [&str; 3] = ["TMPDIR", "TMP", "TEMP"];

/// Why an attempt that was started is ended again.
const DEAF: &str = "cannot listen to a grading\nhint: this machine may be out of threads";

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// A report.
    Grade,
    /// A report with curves.
    Plot,
    /// One more hint.
    Hint,
}

impl Ask {
    /// What is said while it is waited for.
    pub fn words(self) -> &'static str {
        match self {
            Self::Grade => "Grading …",
            Self::Plot => "Drawing …",
            Self::Hint => "Looking for a hint …",
        }
    }
}

/// What an attempt is started with.
pub struct Grading {
    program: PathBuf,
    arguments: Vec<String>,
}

impl Grading {
    /// `grade` with these arguments, and what else is asked for, by this very program.
    ///
    /// # Errors
    /// Where the program does not know where it lies.
    pub fn new(arguments: Vec<String>) -> Result<Self> {
        // Asked for once: cargo puts the same program into this one's place, and then the system calls
        // this one deleted.
        let program = std::env::current_exe().context("cannot tell where the grader lies")?;
        Ok(Self { program, arguments })
    }

    /// The program's arguments for a window of so many columns and rows.
    fn arguments(&self, ask: Ask, (columns, rows): (usize, usize)) -> Vec<String> {
        let command = if ask == Ask::Hint { "hint" } else { "grade" };
        let mut all = vec![command.to_owned()];
        let names = self.arguments.iter().filter(|argument| !argument.starts_with("--")).count();
        // A hint is for one exercise: the one that is named, or the next.
        let is_taken = |argument: &&String| ask != Ask::Hint || names == 1 || argument.starts_with("--");
        all.extend(self.arguments.iter().filter(is_taken).cloned());
        match ask {
            Ask::Grade | Ask::Plot => all.extend(["--first".into(), format!("--watched={columns}x{rows}")]),
            Ask::Hint => {}
        }
        all.extend((ask == Ask::Plot).then(|| "--plot".into()));
        all
    }
}

/// A grading that runs. Dropping it ends it, with all that it has started.
///
/// It is this very program, at the head of a group: cargo, rustc and the suite end with the
/// group, and a worker with the suite. Where there are no groups, only the program itself ends, and the others when
/// they have done what they were at.
pub struct Attempt {
    /// Which of all attempts it is.
    pub number: u64,
    child: Child,
    // Its temporary files, which it could not remove if it was ended.
    _folder: TempDir,
}

impl Attempt {
    /// Starts it. `tell` is told what it says meanwhile, and when it has ended,
    /// what is to be shown: the report, or why there is none.
    ///
    /// # Errors
    /// Where it can't be started, or nobody could listen to it.
    pub fn start(
        how: &Grading,
        ask: Ask,
        size: (usize, usize),
        number: u64,
        tell: Sender<Event>,
    ) -> Result<Self> {
        let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
        let mut command = Command::new(&how.program);
        command
            .args(how.arguments(ask, size))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        for name in TEMPORARY {
            command.env(name, folder.path());
        }
        if anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never {
            command.env("CLICOLOR_FORCE", "1");
        }
        process_group::lead_a_group(&mut command);
        let mut child = command.spawn().context("cannot start a grading")?;
        let mut report = child.stdout.take().context("stdout is piped")?;
        let words = child.stderr.take().context("stderr is piped")?;
        // From here on, leaving early ends it.
        let attempt = Self { number, child, _folder: folder };
        let meanwhile = tell.clone();
        let listening = Builder::new().spawn(move || listen(words, number, &meanwhile)).context(DEAF)?;
        let reading = move || {
            let mut text = Vec::new();
            // What was read before reading failed is shown.
            let _ = report.read_to_end(&mut text);
            let said = listening.join().unwrap_or_default();
            let text = if text.is_empty() { said } else { String::from_utf8_lossy(&text).into_owned() };
            // Fails only where nobody listens any more.
            let _ = tell.send(Event::Graded(number, text));
        };
        Builder::new().spawn(reading).context(DEAF)?;
        Ok(attempt)
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        process_group::end(&mut self.child);
    }
}

/// Passes on what is said, line by line, and gives back all of it.
fn listen(words: impl Read, number: u64, tell: &Sender<Event>) -> String {
    let mut all = String::new();
    for line in BufReader::new(words).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).into_owned();
        all += &format!("{line}\n");
        // Fails only where nobody listens any more.
        let _ = tell.send(Event::Said(number, line));
    }
    all
}

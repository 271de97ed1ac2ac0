//! Watching, on a terminal of its own: saves are graded, and nothing is left when it ends.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};

use crate::support::{student, with_body};
use crate::tree::Tree;

/// A build from nothing may take this long.
const LONG: Duration = Duration::from_secs(40);

/// A terminal on which somebody watches.
struct Terminal {
    pty: Pty,
    output: Receiver<Vec<u8>>,
    seen: String,
}

impl Terminal {
    fn waits_for(&mut self, words: &str) {
        let until = Instant::now() + LONG;
        while !self.seen.contains(words) {
            let left = until.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.seen += &String::from_utf8_lossy(&bytes),
                Err(error) => panic!("no `{words}` ({error}) in\n{}", self.seen),
            }
        }
    }

    /// What comes from here on is looked at, and nothing earlier.
    fn forget(&mut self) {
        self.seen.clear();
    }

    fn presses(&mut self, keys: &[u8]) {
        std::io::Write::write_all(&mut self.pty, keys).expect("the terminal takes keys");
    }

    /// Everything up to the end.
    fn rest(&mut self) -> &str {
        loop {
            match self.output.recv_timeout(Duration::from_secs(10)) {
                Ok(bytes) => self.seen += &String::from_utf8_lossy(&bytes),
                Err(RecvTimeoutError::Disconnected) => return &self.seen,
                Err(RecvTimeoutError::Timeout) => panic!("somebody still holds the terminal:\n{}", self.seen),
            }
        }
    }
}

/// As many editors save: a new file takes the old one's place.
fn save(tree: &Tree, name: &str, body: &str) {
    let beside = tree.join("exercises/src/activations/.unsaved");
    fs::write(&beside, with_body(name, body)).expect("written");
    fs::rename(beside, tree.file(name)).expect("renamed");
}

#[test]
fn saves_are_graded_and_nothing_is_left_when_it_ends() {
    let tree = Tree::fresh();
    let sign = tree.join("target/alive");
    let _ = fs::remove_file(tree.join(".kept/hints.toml")); // Of an earlier run.
    let (pty, pts) = open().expect("a terminal");
    pty.resize(Size::new(24, 80)).expect("it has a size");
    let mut child = Command::new(student())
        .arg("watch")
        .current_dir(&*tree)
        .env("CARGO_TARGET_DIR", tree.join("target"))
        .env("LANG", "C.UTF-8")
        .env("TERM", "xterm")
        .env_remove("LC_ALL")
        .env_remove("NO_COLOR")
        .env_remove("CARGO_MANIFEST_DIR")
        .spawn(pts)
        .expect("it starts");
    let mut from = fs::File::from(rustix::io::dup(&pty).expect("a second end"));
    let (tell, output) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        // When the last program on it has ended, reading from a terminal ends or fails.
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            if tell.send(bytes[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    let mut terminal = Terminal { pty, output, seen: String::new() };

    terminal.waits_for("\x1b[?1049h\x1b[?25l");
    terminal.waits_for("0 / 100 points");
    terminal.waits_for("Watching");

    terminal.forget();
    save(&tree, "relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    terminal.waits_for("30 / 100 points");
    terminal.waits_for("activations (1/3)");
    terminal.waits_for("Next: Sigmoid");
    terminal.waits_for("Watching");

    // A file that does not compile, in rustc's words.
    terminal.forget();
    save(&tree, "sigmoid", "x.mapv(|v| 1.0 / )");
    terminal.waits_for("expected expression, found `)`");
    terminal.waits_for("Watching");

    // A body without end is being waited for when the next save comes: only that one is reported on.
    terminal.forget();
    save(&tree, "sigmoid", &endless(&sign));
    terminal.waits_for("Grading");
    wait_for(|| is_alive(&sign), "a worker that hangs");
    save(&tree, "sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))");
    terminal.waits_for("65 / 100 points");
    assert!(!terminal.seen.contains("no answer within"), "{}", terminal.seen);
    wait_for(|| !is_alive(&sign), "no worker");

    // Keys; and a window in which only the exercise at hand finds a place.
    terminal.pty.resize(Size::new(14, 80)).expect("it has a size");
    terminal.forget();
    save(&tree, "tanh", "x.mapv(|v| -v.tanh())");
    terminal.waits_for("got -0.7615942");
    terminal.waits_for("q quit\x1b[J");
    let screen =
        terminal.seen.rsplit("\x1b[H").find(|frame| frame.contains("got -")).expect("a frame").to_owned();
    assert!(screen.lines().count() <= 14, "{screen}");
    for words in ["ReLU ✓", "Sigmoid ✓", "at x = 1: expected 0.7615942, got -0.7615942"] {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    assert!(!screen.contains("more lines") && !screen.contains("cargo grade"), "{screen}");
    for (key, words) in [(b"h", "Tanh, hint 1 of 6"), (b"p", "─"), (b"t", "ReLU ✓")] {
        terminal.forget();
        terminal.presses(key);
        terminal.waits_for(words);
        terminal.waits_for("Watching");
    }

    // Ctrl-C, while something is running.
    save(&tree, "tanh", &endless(&sign));
    wait_for(|| is_alive(&sign), "a worker that hangs");
    terminal.forget();
    terminal.presses(b"\x03");
    assert!(terminal.rest().ends_with("\x1b[?25h\x1b[?1049l"), "{:?}", terminal.seen);
    assert!(child.wait().expect("it has ended").success());
    wait_for(|| !is_alive(&sign), "no worker");
}

fn wait_for(mut holds: impl FnMut() -> bool, what: &str) {
    let until = Instant::now() + Duration::from_secs(20);
    while !holds() {
        assert!(Instant::now() < until, "waited for {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// A body that never ends, and says in a file that it is still there.
fn endless(sign: &Path) -> String {
    format!(
        "{{ let _ = x; loop {{ std::fs::write({sign:?}, format!(\"{{:?}}\", std::time::Instant::now())).unwrap(); }} }}"
    )
}

/// Whether the file is being written, and nobody has stopped.
fn is_alive(sign: &Path) -> bool {
    let before = fs::read(sign).unwrap_or_default();
    thread::sleep(Duration::from_millis(100));
    before != fs::read(sign).unwrap_or_default()
}

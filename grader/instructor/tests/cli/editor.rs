//! What an editor shows, asked of rust-analyzer itself.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::student;
use crate::tree::Tree;

/// How long it may take until a message is shown; the first time, rust-analyzer reads the whole workspace.
const LIMIT: Duration = Duration::from_secs(120);

/// A rust-analyzer that speaks its protocol over pipes. Dropping it ends it.
struct Editor {
    server: Child,
    to: ChildStdin,
    said: Receiver<Value>,
}

impl Editor {
    fn open(tree: &Path) -> Self {
        let mut server = Command::new("rust-analyzer")
            .current_dir(tree)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("rust-analyzer is there: rustup component add rust-analyzer");
        let (to, from) = (server.stdin.take().expect("piped"), server.stdout.take().expect("piped"));
        let (tell, said) = channel();
        thread::spawn(move || {
            let mut from = BufReader::new(from);
            while let Some(message) = read(&mut from) {
                if tell.send(message).is_err() {
                    return;
                }
            }
        });
        let mut editor = Self { server, to, said };
        let grade = [&*student().to_string_lossy(), "grade", "--format", "cargo-json"].map(str::to_owned);
        editor.say(json!({ "id": 1, "method": "initialize", "params": {
            "processId": null, "rootUri": uri(tree), "capabilities": {},
            "initializationOptions": {
                "check": { "overrideCommand": grade },
                "cargo": { "sysroot": null, "buildScripts": { "enable": false } },
                "procMacro": { "enable": false },
                "cachePriming": { "enable": false },
            },
        } }));
        editor.wait_for(|message| (message["id"] == 1).then_some(()));
        editor.say(json!({ "method": "initialized", "params": {} }));
        editor
    }

    fn say(&mut self, mut message: Value) {
        message["jsonrpc"] = "2.0".into();
        let text = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("it listens");
        self.to.flush().expect("it listens");
    }

    /// What a message has that is waited for; questions are answered with nothing.
    fn wait_for<T>(&mut self, wanted: impl Fn(&Value) -> Option<T>) -> T {
        let until = Instant::now() + LIMIT;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let message = self.said.recv_timeout(left).expect("rust-analyzer says it in time");
            if let Some(found) = wanted(&message) {
                return found;
            }
            if !message["id"].is_null() && !message["method"].is_null() {
                self.say(json!({ "id": message["id"], "result": null }));
            }
        }
    }

    /// Saves a file, and waits until it has a diagnostic with these words: the diagnostic.
    fn saved(&mut self, file: &Path, words: &str) -> Value {
        let document = json!({ "uri": uri(file) });
        self.say(json!({ "method": "textDocument/didSave", "params": { "textDocument": document } }));
        let of = uri(file);
        self.wait_for(|message| {
            let is_of_file =
                message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == of;
            let diagnostics = message["params"]["diagnostics"].as_array().filter(|_| is_of_file)?;
            let has = |it: &&Value| it["message"].as_str().is_some_and(|message| message.contains(words));
            diagnostics.iter().find(has).cloned()
        })
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.server.kill(); // It may have ended.
        let _ = self.server.wait();
    }
}

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

fn read(from: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if from.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut content = vec![0; length];
    from.read_exact(&mut content).ok()?;
    serde_json::from_slice(&content).ok()
}

#[test]
#[ignore = "needs rust-analyzer: `cargo make test-editor` runs it"]
fn a_failing_check_is_shown_at_its_body() {
    let tree = Tree::fresh();
    tree.put("relu", "x.mapv(|v| v.abs())");
    let file = tree.file("relu");
    let mut editor = Editor::open(&tree);
    let text = std::fs::read_to_string(&file).expect("readable");
    editor.say(json!({ "method": "textDocument/didOpen", "params": { "textDocument": {
        "uri": uri(&file), "languageId": "rust", "version": 1, "text": text,
    } } }));
    let shown = editor.saved(&file, "at x = -1: expected 0, got 1");
    let line = text.lines().position(|line| line.contains("fn forward")).expect("a body");
    assert_eq!(shown["range"]["start"]["line"], line, "{shown:#}");
    assert!(shown["message"].as_str().is_some_and(|says| says.contains("This is |x|")), "{shown:#}");

    tree.put("relu", "x.mapv(|v| if v < 0 { 0.0 } else { v })");
    let shown = editor.saved(&file, "`0` is a whole number");
    assert_eq!(shown["range"]["start"], json!({ "line": line + 1, "character": 26 }), "{shown:#}");
}

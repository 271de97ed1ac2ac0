//! What reads bytes that somebody else wrote, and what must hold whatever these are. Each takes any bytes, and panics
//! where something does not hold.

use std::fs;
use std::path::{Path, PathBuf};

use channel::message::{self, Reply};
use channel::start;
use grader::cargo::Build;
use grader::project::Project;
use grader::rubric::{COMMON, Exercise, Rubric};
use grader::sanitize;
use instructor::books::{Book, Filling, fill};
use instructor::class::{Policy, Record};
use instructor::intake;
use student::run::forbidden;
use tempfile::TempDir;

/// Reads bytes, and panics where something does not hold.
pub type Target = fn(&[u8]);

/// Every target, by its name.
pub const TARGETS: [(&str, Target); 10] = [
    ("replies", replies),
    ("cargo", cargo),
    ("terminal", terminal),
    ("archives", archives),
    ("words", words),
    ("examples", examples),
    ("exercises", exercises),
    ("records", records),
    ("books", books),
    ("policies", policies),
];

/// What a worker says. A reply has as many values as were asked for, or is none.
pub fn replies(bytes: &[u8]) {
    let _ = start::read_launched(&mut &bytes[..]);
    let _ = start::read_ready(&mut &bytes[..]);
    let mut left = bytes;
    while !left.is_empty() {
        match message::read_reply(&mut left, 1, 2) {
            Ok(Reply::Answer(values)) => assert_eq!(values.len(), 2),
            Ok(_) => {}
            Err(_) => break,
        }
    }
    let _ = message::read_request(&mut &bytes[..]);
}

/// What cargo says in its messages, in which rustc quotes a learner.
pub fn cargo(bytes: &[u8]) {
    let mut build = Build::default();
    bytes.split(|byte| *byte == b'\n').for_each(|line| build.note(line));
    let _ = build.explanation();
    let _ = build.said_in_short();
}

/// What is printed. Nothing of it acts on a terminal, and it is not longer than it may be.
pub fn terminal(bytes: &[u8]) {
    const LONGEST: usize = 40;
    let text = String::from_utf8_lossy(bytes);
    let plain = sanitize::plain(&text, usize::MAX);
    assert_eq!(sanitize::plain(&plain, usize::MAX), plain, "not clean at once");
    let acts = |character: char| character.is_control() && character != '\n' && character != '\t';
    assert!(!plain.chars().any(acts), "{plain:?}");
    let cut = sanitize::plain(&text, LONGEST);
    assert!(cut.chars().count() <= LONGEST + " …".chars().count(), "{cut}");
    let spelled_out = sanitize::spelled_out(&text);
    assert!(!spelled_out.chars().any(acts), "{spelled_out:?}");
}

/// What a student hands in: the first byte says what the rest is called.
pub fn archives(bytes: &[u8]) {
    const LARGEST: usize = 1 << 20;
    let Some((kind, content)) = bytes.split_first() else { return };
    let name = ["work.zip", "work.tar", "work.tar.gz", "relu.rs", "work.ipynb"][usize::from(kind % 5)];
    with_file(name, content, |file| {
        let Ok(found) = intake::read(file, core()) else { return };
        for written in found.files.values() {
            assert!(written.content.len() <= LARGEST);
        }
    });
}

/// What a learner's file holds. Where nothing forbidden is found, it is text without the plainest of what is.
pub fn words(bytes: &[u8]) {
    if forbidden::look(bytes) == forbidden::Found::Nothing {
        let text = str::from_utf8(bytes).expect("what is not text can't be read");
        assert!(!text.trim_start().starts_with("unsafe "), "{text}");
    }
}

/// What a learner has as examples. No line is told of twice, nor one that is not there.
pub fn examples(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let read = student::examples::read(&text, &|name| Ok(name.to_owned()));
    let lines: Vec<usize> =
        read.iter().map(|read| read.as_ref().map_or_else(|none| none.line, |one| one.line)).collect();
    assert!(lines.is_sorted_by(|a, b| a < b), "{lines:?}");
    assert!(lines.last().is_none_or(|last| *last <= text.lines().count()));
}

/// What an author writes about an exercise. What is read can be asked for.
pub fn exercises(bytes: &[u8]) {
    let suite = folder().join("suite");
    let exercise = suite.join("relu");
    fs::create_dir_all(&exercise).expect("made");
    if !suite.join(COMMON).exists() {
        let project = Project::find().expect("this is one");
        fs::copy(project.suite().join(COMMON), suite.join(COMMON)).expect("copied");
    }
    fs::write(exercise.join("exercise.toml"), bytes).expect("written");
    if let Ok(rubric) = Rubric::read(&suite) {
        for exercise in &rubric.exercises {
            let _ = (exercise.computes(Some(0.5)), exercise.file(), exercise.points());
            exercise.formulas.iter().for_each(|formula| drop(formula.to_string()));
        }
    }
}

/// What grading leaves of a student. What is read can be asked for.
pub fn records(bytes: &[u8]) {
    with_file("student.json", bytes, |file| {
        if let Ok(record) = Record::read(file) {
            let _ = core().iter().filter(|exercise| record.has(&exercise.name)).count();
        }
    });
}

/// What a course system exports. A table that nothing is filled into comes back byte by byte.
pub fn books(bytes: &[u8]) {
    for assignment in [None, Some("Activations (1)")] {
        if let Ok(book) = Book::read(bytes.to_vec(), assignment)
            && let Ok(filled) = fill(book, &[], Filling::default())
        {
            assert_eq!(filled.bytes, bytes);
        }
    }
}

/// A policy, and after a byte 0 its table of times.
pub fn policies(bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let (policy, times) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let folder = folder();
    fs::write(folder.join("times.csv"), times).expect("written");
    fs::write(folder.join("policy.toml"), policy).expect("written");
    let _ = Policy::read(&folder.join("policy.toml"));
}

fn core() -> &'static [Exercise] {
    use std::sync::LazyLock;
    static CORE: LazyLock<Vec<Exercise>> = LazyLock::new(|| {
        let project = Project::find().expect("this is one");
        Rubric::read(&project.suite()).expect("readable").exercises
    });
    &CORE
}

fn with_file(name: &str, content: &[u8], read: impl FnOnce(&Path)) {
    let file = folder().join(name);
    fs::write(&file, content).expect("written");
    read(&file);
    fs::remove_file(&file).expect("removed");
}

/// A folder of this thread's own, in memory where there is one. It goes when the thread ends.
fn folder() -> PathBuf {
    thread_local! {
        static FOLDER: TempDir = {
            let memory = Path::new("/dev/shm");
            let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
            tempfile::Builder::new().prefix("foreign").tempdir_in(place).expect("a folder")
        };
    }
    FOLDER.with(|folder| folder.path().to_owned())
}

//! A workspace of its own, to work in as a learner does.

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use grader::mirror::{mirror, write};

use crate::support::{LESSON, root, with_body};

/// It stays at its path, so that it builds once, and belongs to one test at a time.
pub struct Tree {
    path: PathBuf,
    _mine: MutexGuard<'static, ()>,
}

impl Tree {
    /// As a fresh clone has it: this workspace may be a learner's, with bodies in it.
    pub fn fresh() -> Self {
        static ONE: Mutex<()> = Mutex::new(());
        let mine = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tree");
        let rubric = path.join("grader/rubric.toml");
        for folder in ["exercises", "solutions", "grader"] {
            mirror(&root().join(folder), &path.join(folder), std::slice::from_ref(&rubric)).expect("copied");
        }
        for file in ["Cargo.toml", "Cargo.lock"] {
            write(&path.join(file), &fs::read(root().join(file)).expect("readable")).expect("written");
        }
        write(&rubric, rubric_of_the_lesson().as_bytes()).expect("written");
        let tree = Self { path, _mine: mine };
        for name in LESSON {
            let stub = grader::stubs::strip(&with_body(name, "// BEGIN SOLUTION\n// END SOLUTION\n"));
            write(&tree.file(name), stub.expect("markers match").as_bytes()).expect("written");
        }
        tree
    }

    /// An exercise's file.
    pub fn file(&self, exercise: &str) -> PathBuf {
        self.join(format!("exercises/src/activations/{exercise}.rs"))
    }

    /// Writes a body.
    pub fn put(&self, exercise: &str, body: &str) {
        write(&self.file(exercise), with_body(exercise, body).as_bytes()).expect("written");
    }
}

impl Deref for Tree {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.path
    }
}

/// The rubric without the exercises that these tests are not about.
pub fn rubric_of_the_lesson() -> String {
    const EXERCISE: &str = "[[exercise]]\n";
    let text = fs::read_to_string(root().join("grader/rubric.toml")).expect("readable");
    let (head, exercises) = text.split_once(EXERCISE).expect("an exercise");
    let is_ours = |text: &&str| LESSON.iter().any(|name| text.starts_with(&format!("name = \"{name}\"\n")));
    let ours: Vec<&str> = exercises.split(EXERCISE).filter(is_ours).collect();
    assert_eq!(ours.len(), LESSON.len());
    ours.iter().fold(head.to_owned(), |text, exercise| text + EXERCISE + exercise)
}

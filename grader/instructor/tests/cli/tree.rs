//! A workspace of its own, to work in as a learner does.

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use student::mirror::{mirror, write_if_changed};

use crate::seed::seed;
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
        for folder in ["exercises", "solutions", "grader"] {
            mirror(&root().join(folder), &path.join(folder), &[]).expect("copied");
        }
        keep_the_lesson(&path);
        seed(&path.join("target"));
        for file in ["Cargo.toml", "Cargo.lock"] {
            write_if_changed(&path.join(file), &fs::read(root().join(file)).expect("readable"))
                .expect("written");
        }
        let tree = Self { path, _mine: mine };
        for name in LESSON {
            let stub = student::stubs::strip(&with_body(name, "// BEGIN SOLUTION\n// END SOLUTION\n"));
            write_if_changed(&tree.file(name), stub.expect("markers match").as_bytes()).expect("written");
        }
        tree
    }

    /// An exercise's file.
    pub fn file(&self, exercise: &str) -> PathBuf {
        self.join(format!("exercises/src/activations/{exercise}.rs"))
    }

    /// Writes a body.
    pub fn put(&self, exercise: &str, body: &str) {
        write_if_changed(&self.file(exercise), with_body(exercise, body).as_bytes()).expect("written");
    }
}

impl Deref for Tree {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.path
    }
}

/// Leaves a workspace without the exercises that these tests are not about.
pub fn keep_the_lesson(workspace: &Path) {
    for exercise in fs::read_dir(workspace.join("grader/suite")).expect("readable").flatten() {
        if !LESSON.iter().any(|name| exercise.file_name() == *name) {
            let _ = fs::remove_file(exercise.path().join("exercise.toml"));
        }
    }
}

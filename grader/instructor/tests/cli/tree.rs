//! A workspace of its own, to work in as a learner does.

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use student::mirror::{mirror, write_if_changed};

use crate::seed::seed;
use crate::support::{LESSON, root, rubric, with_body};

/// It stays at its path, so that it builds once, and belongs to one test at a time.
pub struct Tree {
    path: PathBuf,
    _mine: MutexGuard<'static, ()>,
}

impl Tree {
    /// As a fresh clone has it, with the lesson's exercises alone: this workspace may be a learner's, with bodies in it.
    pub fn fresh() -> Self {
        let tree = Self::made();
        keep_the_lesson(&tree);
        tree
    }

    /// The same with all exercises, those beyond the core among them.
    pub fn whole() -> Self {
        Self::made()
    }

    fn made() -> Self {
        static ONE: Mutex<()> = Mutex::new(());
        let mine = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tree");
        for folder in ["exercises", "solutions", "grader"] {
            mirror(&root().join(folder), &path.join(folder), &[]).expect("copied");
        }
        seed(&path.join("target"));
        for file in ["Cargo.toml", "Cargo.lock"] {
            write_if_changed(&path.join(file), &fs::read(root().join(file)).expect("readable"))
                .expect("written");
        }
        let tree = Self { path, _mine: mine };
        for exercise in rubric().exercises {
            let source = exercise.source().path();
            let solution = fs::read_to_string(root().join("solutions").join(&source)).expect("the reference");
            let stub = student::stubs::strip(&solution).expect("markers match");
            write_if_changed(&tree.join("exercises").join(source), stub.as_bytes()).expect("written");
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

/// Leaves a workspace without the exercises that these tests are not about: their files are given, and complete.
pub fn keep_the_lesson(workspace: &Path) {
    for exercise in rubric().exercises.iter().filter(|exercise| !LESSON.contains(&exercise.name.as_str())) {
        let suite = workspace.join("grader/suite").join(&exercise.name);
        fs::remove_file(suite.join("exercise.toml")).expect("removed");
        let source = exercise.source().path();
        let solution = fs::read_to_string(root().join("solutions").join(&source)).expect("the reference");
        for folder in ["solutions", "exercises"] {
            let text = instructor::difference::without_markers(&solution);
            write_if_changed(&workspace.join(folder).join(&source), text.as_bytes()).expect("written");
        }
    }
}

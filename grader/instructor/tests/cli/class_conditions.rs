//! A class whose grading was refused, and one that is gone on with after the grader has changed.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Ran, exercise, grader_in, with_body};
use crate::tree::Tree;

/// A class and its grades, in a workspace that may be changed.
pub struct Class {
    pub tree: Tree,
    folder: TempDir,
}

impl Class {
    pub fn of(students: &[&str]) -> Self {
        let class = Self { tree: Tree::fresh(), folder: TempDir::new().expect("a folder") };
        students.iter().for_each(|student| class.hands_in(student));
        class
    }

    /// The same code for everyone, which passes some checks and not others.
    fn hands_in(&self, student: &str) {
        self.writes(student, "relu", "x.mapv(|v| v.max(0.0))");
    }

    /// Code of somebody's own.
    pub fn writes(&self, student: &str, exercise: &str, body: &str) {
        let folder = self.folder.path().join("class").join(student);
        fs::create_dir_all(&folder).expect("made");
        fs::write(folder.join(format!("{exercise}.rs")), with_body(exercise, body)).expect("written");
    }

    pub fn out(&self) -> PathBuf {
        self.folder.path().join("grades")
    }

    pub fn grade(&self, more: &[&str]) -> Ran {
        self.grade_into(&self.out(), more)
    }

    /// Grades into another folder.
    pub fn grade_into(&self, out: &Path, more: &[&str]) -> Ran {
        let class = self.folder.path().join("class");
        let (class, out) = (class.to_string_lossy(), out.to_string_lossy());
        grader_in(&self.tree, &[&["grade-class", &class, "--out", &out, "--jobs", "1"], more].concat())
    }

    pub fn report(&self, student: &str) -> Value {
        let report = fs::read(self.out().join(format!("instructor/{student}.json"))).expect("a report");
        serde_json::from_slice(&report).expect("JSON")
    }
}

pub fn replace(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("readable");
    assert!(text.contains(from), "{}", file.display());
    fs::write(file, text.replacen(from, to, 1)).expect("written");
}

#[test]
#[cfg(target_os = "linux")]
fn a_class_that_was_refused_leaves_nothing_behind() {
    let class = Class::of(&["ada"]);
    // As on a system that has no such lock.
    let jail = class.tree.join("grader/sandbox/src/jail.rs");
    let probe = "    print!(\"{}\", lock()?.lines());\n";
    let lacks = "    println!(\"missing a lock of this test's\");\n";
    replace(&jail, probe, &format!("{lacks}{probe}"));
    let refused = class.grade(&["--require-sandbox"]);
    assert_eq!(refused.code, Some(78), "{refused:?}");
    for words in ["Not locked:\n  a lock of this test's\n", "hint: without --require-sandbox"] {
        assert!(refused.stderr.contains(words), "{words}: {}", refused.stderr);
    }
    assert!(!class.out().exists(), "a refused run left {:?}", fs::read_dir(class.out()));

    // So no --resume is asked for, now that the lock is there.
    replace(&jail, lacks, "");
    let ran = class.grade(&["--require-sandbox"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(class.out().join("instructor/run.json").is_file());
}

#[test]
fn after_a_change_of_the_suite_everyone_is_graded_by_the_new_one() {
    let class = Class::of(&["ada"]);
    assert_eq!(class.grade(&["--seed", "7"]).code, Some(0));
    let page = class.out().join("students/ada/report.md");
    let first = fs::read_to_string(&page).expect("a report");
    let score = |student: &str| class.report(student)["score"].as_u64().expect("a score");
    let before = score("ada");

    // Nothing has changed: what is there stays as it is.
    fs::write(&page, "as it was").expect("written");
    let ran = class.grade(&["--resume"]);
    assert!(ran.code == Some(0) && !ran.stdout.contains("Graded anew"), "{ran:?}");
    assert_eq!(fs::read_to_string(&page).expect("there"), "as it was");

    // One check asks for what nobody does, which costs its points; somebody comes late with the same code.
    let suite = class.tree.join("grader/suite/relu/mod.rs");
    let right = "Expectation { among: |x| x == 0.0, ..RIGHT }";
    let wrong =
        "Expectation { rule: grader::judge::Rule::Each { words: \"more\", holds: |_, _| false }, ..RIGHT }";
    replace(&suite, right, wrong);
    class.hands_in("zoe");
    let ran = class.grade(&["--resume"]);
    assert!(ran.stdout.contains("Graded anew: 1 of the earlier run."), "{ran:?}");
    assert_ne!(fs::read_to_string(&page).expect("there"), "as it was");
    assert_ne!(fs::read_to_string(&page).expect("there"), first);
    assert!(score("ada") < before, "{} of {before}", score("ada"));
    assert_eq!(score("ada"), score("zoe"), "the same code has another grade");
    let checks = |student: &str| exercise(&class.report(student), "relu")["checks"].clone();
    assert_eq!(checks("ada"), checks("zoe"));
}

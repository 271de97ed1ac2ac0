//! A step further, and a step back: hints, and exercises begun anew.

use std::fs;
use std::path::Path;

use student::mirror::mirror;
use tempfile::TempDir;

use crate::support::{LESSON, Ran, grader_in, root, with_body};
use crate::tree::keep_the_lesson;

/// As much of a workspace as these commands read, with every body written.
fn workspace() -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    for folder in ["exercises", "solutions", "grader/suite"] {
        mirror(&root().join(folder), &copy.path().join(folder), &[]).expect("copied");
    }
    keep_the_lesson(copy.path());
    for name in LESSON {
        put(copy.path(), name, "x.clone()");
    }
    copy
}

fn put(workspace: &Path, name: &str, body: &str) {
    let file = workspace.join(format!("exercises/src/activations/{name}.rs"));
    fs::write(file, with_body(name, body)).expect("written");
}

fn ran(workspace: &Path, arguments: &[&str]) -> Ran {
    let ran = grader_in(workspace, arguments);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
    ran
}

#[test]
fn hints_go_on_from_where_they_were_until_all_were_shown() {
    let tree = workspace();
    let hint = |more: &[&str]| ran(tree.path(), &[&["hint"], more].concat()).stdout;
    assert!(hint(&[]).contains("Every exercise is done"));

    put(tree.path(), "sigmoid", "todo!()");
    assert!(hint(&[]).contains("Sigmoid, hint 1 of 6"));
    assert!(hint(&["--", "tanh"]).contains("Tanh, hint 1 of 6"));
    for number in 2..=6 {
        assert!(hint(&[]).contains(&format!("Sigmoid, hint {number} of 6")));
    }
    let all = hint(&[]);
    assert!(all.contains("These were all.") && all.contains("your instructor"), "{all}");
    assert!(all.lines().all(|line| line.chars().count() <= 80), "{all}");
    assert!(hint(&["--ascii"]).is_ascii());

    hint(&["sigmoid", "--reset"]);
    assert!(hint(&["sigmoid"]).contains("hint 1 of 6"));
    assert!(hint(&["tanh"]).contains("hint 2 of 6"), "of the others nothing is forgotten");

    fs::write(tree.path().join(".kept/hints.toml"), "nonsense").expect("written");
    let refused = grader_in(tree.path(), &["hint"]);
    assert!(refused.code == Some(1) && refused.stderr.contains("hint: delete it"), "{refused:?}");
    assert_eq!(grader_in(tree.path(), &["hint", "softsign"]).code, Some(2));
}

#[test]
fn an_exercise_is_begun_anew_and_nothing_is_lost() {
    let tree = workspace();
    let reset = |names: &[&str]| ran(tree.path(), &[&["reset"], names].concat()).stdout;
    let file = tree.path().join("exercises/src/activations/relu.rs");
    let copy = |number: u32| fs::read_to_string(tree.path().join(format!(".kept/relu-{number}.rs")));
    let first = fs::read_to_string(&file).expect("readable");
    assert!(reset(&["relu"]).contains("relu-1.rs"));
    assert_eq!(copy(1).expect("kept"), first);
    assert!(fs::read_to_string(&file).expect("readable").contains("todo!("));

    assert!(reset(&["relu"]).contains("nothing was changed"));
    put(tree.path(), "relu", "x + 1.0");
    assert!(reset(&["--", "relu", "tanh"]).contains("tanh-1.rs"));
    assert!(copy(1).expect("still there") == first && copy(2).expect("kept").contains("x + 1.0"));

    fs::remove_file(&file).expect("removed");
    assert!(reset(&["relu"]).contains("was not there, and is again"));
    assert!(file.exists());

    put(tree.path(), "relu", "x + 2.0");
    let refused = grader_in(tree.path(), &["reset", "relu", "softsign"]);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(fs::read_to_string(&file).expect("readable").contains("x + 2.0"), "nothing was changed");
    assert_eq!(grader_in(tree.path(), &["reset"]).code, Some(2));
}

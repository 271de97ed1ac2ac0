//! Exercises are solutions without bodies, and nobody's work is overwritten.

use std::fs;
use std::path::Path;

use student::stubs;
use tempfile::TempDir;

use crate::intake::{put, tar_gz, zip};
use crate::support::{grader, grader_in, root, rubric, submission, with_body};

/// A workspace with what `stubs` and `diff` look at.
fn workspace() -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    for part in ["solutions/src", "solutions/examples", "solutions/examples.toml", "grader/suite"] {
        copy_tree(&root().join(part), &copy.path().join(part));
    }
    let ran = grader_in(copy.path(), &["stubs"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    copy
}

fn copy_tree(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("made");
        for entry in fs::read_dir(from).expect("a folder") {
            let name = entry.expect("an entry").file_name();
            copy_tree(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        fs::copy(from, to).expect("copied");
    }
}

fn replace(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("readable");
    assert!(text.contains(from), "{} has no `{from}`", file.display());
    fs::write(file, text.replace(from, to)).expect("written");
}

#[test]
fn the_exercises_of_this_workspace_are_its_solutions_without_bodies() {
    // What a learner wrote is no drift of the API: only given files and stubs are compared.
    let made = workspace();
    for name in [
        "src/lib.rs",
        "src/functional.rs",
        "src/activations/mod.rs",
        "src/layers/dense.rs",
        "examples/tour.rs",
    ] {
        let wanted = fs::read_to_string(made.path().join("exercises").join(name)).expect("made");
        assert_eq!(fs::read_to_string(root().join("exercises").join(name)).expect("there"), wanted, "{name}");
    }
}

#[test]
fn each_stub_holds_one_todo_and_no_marker() {
    let made = workspace();
    for exercise in rubric().exercises {
        let path = made.path().join("exercises").join(exercise.source().path());
        let stub = fs::read_to_string(path).expect("made");
        assert_eq!(stub.matches("todo!(").count(), 1);
        assert!(!stub.contains("SOLUTION"));
    }
    assert_eq!(grader_in(made.path(), &["stubs", "--check"]).code, Some(0));
}

#[test]
fn the_difference_is_bodies_and_examples_and_nothing_else() {
    let ran = grader_in(workspace().path(), &["diff"]);
    assert_eq!(ran.code, Some(0));
    let changed: Vec<&str> = ran
        .stdout
        .lines()
        .filter(|line| line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---"))
        .collect();
    let names: Vec<String> = rubric().exercises.into_iter().map(|exercise| exercise.name).collect();
    let is_example = |line: &&str| names.iter().any(|name| line[1..].starts_with(&format!("{name} ")));
    let (examples, changed): (Vec<&str>, Vec<&str>) = changed.into_iter().partition(is_example);
    assert!(!examples.is_empty() && examples.iter().all(|line| line.starts_with('+')), "{examples:?}");
    let (removed, added): (Vec<&str>, Vec<&str>) = changed.iter().partition(|line| line.starts_with('-'));
    assert!(removed.iter().all(|line| line.contains("todo!(")), "{removed:?}");
    let bodies = rubric().exercises.into_iter().map(|exercise| {
        let path = root().join("solutions").join(exercise.source().path());
        let solution = fs::read_to_string(path).expect("the reference is there");
        stubs::body(&solution).expect("it has a body").trim().lines().count()
    });
    let bodies: Vec<usize> = bodies.collect();
    assert_eq!((removed.len(), added.len()), (bodies.len(), bodies.iter().sum()), "{changed:?}");
}

#[test]
fn drift_fails_the_check_and_is_shown() {
    let made = workspace();
    replace(&made.path().join("exercises/src/functional.rs"), "pub fn relu", "pub fn rectify");
    fs::write(made.path().join("exercises/src/extra.rs"), "").expect("written");
    let ran = grader_in(made.path(), &["stubs", "--check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("-pub fn rectify") && ran.stdout.contains("+pub fn relu"), "{ran:?}");
    assert!(ran.stdout.contains("exercises/src/extra.rs has no counterpart"), "{ran:?}");
}

#[test]
fn markers_that_do_not_match_fail_and_write_nothing() {
    for (marker, says) in [
        ("// BEGIN SOLUTION", "without a `// BEGIN SOLUTION`"),
        ("// END SOLUTION", "without an `// END SOLUTION`"),
    ] {
        let made = workspace();
        let before = fs::read(made.path().join("exercises/src/activations/tanh.rs")).expect("there");
        replace(&made.path().join("solutions/src/activations/tanh.rs"), marker, "");
        for arguments in [&["stubs"][..], &["stubs", "--check"]] {
            let ran = grader_in(made.path(), arguments);
            assert_eq!(ran.code, Some(1), "{ran:?}");
            assert!(ran.stderr.contains("tanh.rs") && ran.stderr.contains(says), "{ran:?}");
        }
        assert_eq!(fs::read(made.path().join("exercises/src/activations/tanh.rs")).expect("there"), before);
    }
    let made = workspace();
    let tanh = made.path().join("solutions/src/activations/tanh.rs");
    replace(&tanh, "// BEGIN SOLUTION", "");
    replace(&tanh, "// END SOLUTION", "");
    let ran = grader_in(made.path(), &["stubs", "--check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("has 0 marked bodies, and 1 belong there"), "{ran:?}");
}

#[test]
fn somebodys_code_is_not_overwritten_unless_asked_for_and_then_kept() {
    let made = workspace();
    let file = made.path().join("exercises/src/activations/relu.rs");
    let stub = fs::read_to_string(&file).expect("there");
    let work = stub.replace("todo!(\"ReLU of a tensor of shape {:?}\", x.shape())", "x.mapv(|v| my_idea(v))");
    assert_ne!(work, stub);
    fs::write(&file, &work).expect("written");
    let ran = grader_in(made.path(), &["stubs"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("holds somebody's code, and nothing was changed"), "{ran:?}");
    assert_eq!(fs::read_to_string(&file).expect("there"), work);

    let ran = grader_in(made.path(), &["stubs", "--", "--force"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(fs::read_to_string(&file).expect("there"), stub);
    let kept = made.path().join("target/grader/replaced/src/activations/relu.rs");
    assert_eq!(fs::read_to_string(kept).expect("a copy was kept"), work);
}

#[test]
fn somebodys_examples_are_not_overwritten_either() {
    let made = workspace();
    let file = made.path().join("exercises/examples.toml");
    let begun = fs::read_to_string(&file).expect("made");
    assert!(
        begun.contains("\nrelu 3 = 3\n") && !begun.contains("SOLUTION") && !begun.contains("NaN ="),
        "{begun}"
    );
    // A comment is nobody's work, and is brought up to date.
    fs::write(&file, begun.replacen("# ", "# Once: ", 1)).expect("written");
    assert_eq!(grader_in(made.path(), &["stubs"]).code, Some(0));
    assert_eq!(fs::read_to_string(&file).expect("there"), begun);

    let own = begun.replace("relu 3 = 3\n", "relu 3 = 3\nrelu -2 = 0\n");
    fs::write(&file, &own).expect("written");
    let ran = grader_in(made.path(), &["stubs"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stderr.contains("exercises/examples.toml holds somebody's code"), "{ran:?}");
    assert_eq!(fs::read_to_string(&file).expect("there"), own);
    assert_eq!(grader_in(made.path(), &["stubs", "--check"]).code, Some(1));
    assert_eq!(grader_in(made.path(), &["stubs", "--", "--force"]).code, Some(0));
    let kept = made.path().join("target/grader/replaced/examples.toml");
    assert_eq!(fs::read_to_string(kept).expect("a copy was kept"), own);
}

#[test]
fn what_is_compared_is_found_in_archives_and_inner_folders_and_nothing_is_an_error() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| folder.path().join(name);
    let body = ("hw/final/relu.rs".to_owned(), with_body("relu", "x.mapv(|v| v.max(0.0))").into_bytes());
    let files = vec![body, ("hw/notes.txt".to_owned(), b"notes".to_vec())];
    put(&at("nested"), &files);
    fs::write(at("hw.zip"), zip(&files)).expect("written");
    fs::write(at("hw.tar.gz"), tar_gz(&files)).expect("written");
    fs::create_dir(at("empty")).expect("made");
    let diff = |name: &str| grader(&["diff", &at(name).to_string_lossy()]);
    for name in ["nested", "hw.zip", "hw.tar.gz"] {
        let ran = diff(name);
        assert_eq!(ran.code, Some(0), "{name}: {ran:?}");
        let heads = "--- hw/final/relu.rs\n+++ solutions/src/activations/relu.rs\n";
        assert!(
            ran.stdout.contains(heads) && ran.stdout.contains("\n-        x.mapv(|v| v.max(0.0))\n"),
            "{name}: {}",
            ran.stdout
        );
        assert!(ran.stdout.contains("--- tanh.rs (missing)"), "{name}: {}", ran.stdout);
    }
    let ran = diff("empty");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""), "{ran:?}");
    let says = "nothing to compare: no relu.rs, sigmoid.rs or tanh.rs; there are no files at all\nhint: ";
    assert!(ran.stderr.contains(says), "{}", ran.stderr);
}

#[test]
fn a_submission_beside_the_reference_is_code_alone() {
    let folder = submission(&[("relu", "// ```\n        x.mapv(|v| v.max(\"```\".len() as f32))")]);
    let folder = folder.path().to_string_lossy().into_owned();
    let ran = grader(&["diff", &folder]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let changed: Vec<&str> = ran
        .stdout
        .lines()
        .filter(|line| line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---"))
        .collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert!(ran.stdout.contains("--- tanh.rs (missing)"), "{}", ran.stdout);
    // What stands in the code must not end the block that it stands in.
    let markdown = grader(&["diff", &folder, "--markdown"]).stdout;
    assert!(markdown.starts_with("````diff\n"), "{markdown}");
    assert_eq!(markdown.lines().filter(|line| *line == "````").count(), 1, "{markdown}");
}

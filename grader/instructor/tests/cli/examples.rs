//! Examples that a learner writes, and what is said of them.

use std::fs;
use std::path::Path;

use expect_test::expect_file;
use student::mirror::mirror;
use tempfile::TempDir;

use crate::support::{LESSON, Ran, graded, grader_in, root, submission, width};
use crate::tree::{Tree, keep_the_lesson};

/// A workspace with what `examples` looks at, and nothing that could be built.
fn workspace() -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    mirror(&root().join("grader/suite"), &copy.path().join("grader/suite"), &[]).expect("copied");
    keep_the_lesson(copy.path());
    fs::create_dir_all(copy.path().join("exercises")).expect("made");
    copy
}

fn examples(workspace: &Path, text: &str, more: &[&str]) -> Ran {
    fs::write(workspace.join("exercises/examples.toml"), text).expect("written");
    let ran = grader_in(workspace, &[&["examples"], more].concat());
    assert!(width(&ran.stdout) <= 80, "{}", ran.stdout);
    ran
}

fn shown(workspace: &Path, text: &str, more: &[&str]) -> String {
    let ran = examples(workspace, text, more);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
    ran.stdout
}

/// The reference's file, and what of it is handed out.
fn given() -> [String; 2] {
    let solution = fs::read_to_string(root().join("solutions/examples.toml")).expect("readable");
    let begun = student::stubs::strip(&solution).expect("markers match");
    [solution, begun]
}

#[test]
fn what_is_given_is_right_and_the_reference_lets_nothing_through() {
    let (copy, [solution, begun]) = (workspace(), given());
    for text in [&solution, &begun] {
        assert!(toml::from_str::<toml::Table>(text).is_ok_and(|toml| toml["examples"].is_str()), "{text}");
    }
    let all = shown(copy.path(), &solution, &[]);
    assert_eq!(all.matches("let none of ").count(), LESSON.len(), "{all}");
    assert!(!all.contains('✗') && all.contains("No known wrong function gets past"), "{all}");

    // What is begun is a beginning, and says no more than the lesson.
    let fresh = shown(copy.path(), &begun, &[]);
    expect_file!["snapshots/examples_fresh.txt"].assert_eq(&fresh);
    assert!(!begun.contains("SOLUTION") && fresh.matches("✓").count() == LESSON.len(), "{fresh}");
}

/// Also with exercises that are no part of the lesson: whatever examples there are of them are right.
#[test]
fn the_examples_of_every_exercise_let_nothing_through() {
    let copy = workspace();
    mirror(&root().join("grader/suite"), &copy.path().join("grader/suite"), &[]).expect("copied");
    let text = shown(copy.path(), &given()[0], &[]);
    assert!(!text.contains('✗') && !text.contains('→'), "{text}");
}

#[test]
fn good_bad_and_silly_examples_are_told_apart() {
    let copy = workspace();
    let text = "\
examples = \"\"\"
relu 3 = 3
relu -2 = -2
relu 0,5 = 0.5
tanh -1 = -0.7616
tanh 0 = 0
tanh 1 = 0.7616     # four decimals
tanh 0.7 = 0.6043
tanh 5 = 1
tanh 2 = NaN
tanh NaN = 0
tanh(20) = 1
tanh 0.7
sinh 1 = 1.1752
0.7 = 0.6044
\"\"\"
";
    let all = shown(copy.path(), text, &[]);
    expect_file!["snapshots/examples.txt"].assert_eq(&all);
    expect_file!["snapshots/examples_suggested.txt"].assert_eq(&shown(
        copy.path(),
        text,
        &["tanh", "--suggest"],
    ));
    assert!(shown(copy.path(), text, &["--ascii"]).is_ascii());
    // The suggestion keeps its word.
    let more = text.replace("tanh 5 = 1\n", "tanh -100 = -1\ntanh 5.1 = 0.9999257\ntanh 100 = 1\n");
    let more = more.replace("0.7616", "0.7615942").replace("0.6043", "0.6043678");
    assert!(
        shown(copy.path(), &more, &["tanh"]).contains("let none of "),
        "{}",
        shown(copy.path(), &more, &["tanh"])
    );
}

#[test]
fn what_is_to_be_done_next_is_what_is_missing() {
    let (copy, [solution, _]) = (workspace(), given());
    let next = |text: &str| shown(copy.path(), text, &["tanh"]).lines().last().expect("a line").to_owned();
    let short =
        solution.replace("0.6043678", "0.6044").replace("0.9800964", "0.9801").replace("0.9999092", "0.9999");
    assert_eq!(next(&short), "Next: more decimals in exercises/examples.toml.");
    let mend = "Next: mend in exercises/examples.toml what is not right.";
    assert_eq!(next(&solution.replace("tanh 0 = 0", "tanh 0 = 0\ntanh 3 = 3")), mend);
    assert_eq!(next(&solution.replace("tanh 0 = 0", "tanh 0 = 0\ntanh x = x")), mend);
    assert_eq!(next("tanh 3 = 3"), mend);
    // Of another exercise, nothing is said.
    assert!(next(&solution.replace("relu 3 = 3", "relu x = x")).starts_with("No known wrong function"));
}

/// The number comes when it is asked for, and no mistake that slips through is named.
#[test]
fn what_slips_through_is_not_given_away() {
    let copy = workspace();
    let text = "tanh -1 = -0.7615942\ntanh 0 = 0\ntanh 1 = 0.7615942\n";
    let told = shown(copy.path(), text, &["tanh"]);
    assert!(told.contains("None of your numbers lies between two whole numbers."), "{told}");
    assert!(told.contains("cargo examples tanh --suggest") && !told.contains("5.1"), "{told}");
    assert!(!told.contains("round") && !told.contains("clip") && !told.contains("cut"), "{told}");
}

#[test]
fn a_file_that_is_missing_or_empty_is_a_beginning() {
    let copy = workspace();
    let ran = grader_in(copy.path(), &["examples"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let words =
        "error: there is no exercises/examples.toml\nhint: make it, with a line such as sigmoid 0 = 0.5\n";
    assert_eq!(ran.stderr, words);
    for empty in ["", "# Nothing yet.\nexamples = \"\"\"\n\"\"\"\n"] {
        let text = shown(copy.path(), empty, &[]);
        assert_eq!(text.matches("no examples yet").count(), LESSON.len(), "{text}");
        assert!(text.contains("Next: write examples into exercises/examples.toml"), "{text}");
    }
    // Bytes that are no text cost their line.
    fs::write(copy.path().join("exercises/examples.toml"), b"relu 1 = \xff\ntanh 0 = 0\n").expect("written");
    let ran = grader_in(copy.path(), &["examples"]);
    assert!(ran.stdout.contains("line 1: ") && ran.stdout.contains("✓ tanh 0 = 0"), "{ran:?}");
}

#[test]
fn arguments_are_exercises_that_take_numbers() {
    let copy = workspace();
    assert_eq!(examples(copy.path(), "", &["sinh"]).code, Some(2));
    let softmax = "grader/suite/softmax/exercise.toml";
    fs::copy(root().join(softmax), copy.path().join(softmax)).expect("copied");
    let ran = examples(copy.path(), "", &["softmax"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.starts_with("error: Softmax takes more than single numbers"), "{ran:?}");
    let text = shown(copy.path(), "softmax 0 = 1\nrelu 1 = 1\n", &[]);
    assert!(
        text.contains("line 1: Softmax takes more than single numbers") && text.contains("✓ relu 1 = 1"),
        "{text}"
    );
}

/// Nobody is graded by examples, whoever has changed or handed in which.
#[test]
fn examples_are_the_learners_own() {
    let tree = Tree::fresh();
    tree.put("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    fs::write(tree.join("exercises/examples.toml"), "relu 1 = 2\n").expect("written");
    let ran = grader_in(&tree, &["grade", "relu", "--json", "-"]);
    let report = ran.json();
    assert_eq!(
        (&report["score"], &report["changed_given"]),
        (&30.into(), &serde_json::json!([])),
        "{report:#}"
    );
    assert!(grader_in(&tree, &["reset", "given"]).stdout.contains("nothing was changed"));
    let kept = fs::read_to_string(tree.join("exercises/examples.toml")).expect("still there");
    assert_eq!(kept, "relu 1 = 2\n");

    let folder = submission(&[("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })")]);
    let alone = graded(folder.path());
    fs::write(folder.path().join("examples.toml"), "relu 1 = 2\n").expect("written");
    let with_examples = graded(folder.path());
    for part in ["score", "ignored", "taken"] {
        assert_eq!(with_examples[part], alone[part], "{with_examples:#}");
    }
}

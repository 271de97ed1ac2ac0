//! Exit codes, and errors that say what to do.

use std::fs;

use crate::support::{LESSON, full_marks, grader, grader_in, rubric, submission};

#[test]
fn an_unknown_exercise_is_a_bad_argument_and_the_known_ones_are_listed() {
    let ran = grader(&["grade", "--", "softsign"]);
    assert_eq!(ran.code, Some(2));
    let known: Vec<String> = rubric().exercises.into_iter().map(|exercise| exercise.name).collect();
    assert!(known.starts_with(&LESSON.map(str::to_owned)));
    assert_eq!(
        ran.stderr,
        format!("error: no exercise `softsign`\nhint: The exercises are {}\n", known.join(", "))
    );
    assert_eq!(ran.stdout, "");
}

#[test]
fn options_that_contradict_each_other_are_bad_arguments() {
    assert_eq!(grader(&["grade", "--subject", "nobody"]).code, Some(2));
    assert_eq!(grader(&["grade", "--subject", "solutions", "--submission", "."]).code, Some(2));
    assert_eq!(grader(&["grade", "--seed", "many"]).code, Some(2));
    assert_eq!(grader(&["grade", "--json", "."]).code, Some(2));
    assert_eq!(grader(&[]).code, Some(2));
}

#[test]
fn a_submission_that_is_not_there_can_not_be_graded() {
    let ran = grader(&["grade", "--submission", "no/such/folder"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.starts_with("error: submission `no/such/folder` does not exist\nhint: "), "{ran:?}");
    let ran = grader(&["grade", "--submission", "Cargo.toml"]);
    assert_eq!(ran.code, Some(1));
    let why = "Nothing was found to grade: no relu.rs, sigmoid.rs or tanh.rs; there is Cargo.toml.";
    assert!(ran.stdout.replace("\n", " ").contains(why), "{ran:?}");
}

#[test]
fn outside_a_workspace_it_says_so() {
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let ran = grader_in(elsewhere.path(), &["grade"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("hint: run this inside the workspace"), "{ran:?}");
}

#[test]
fn the_reference_is_worth_everything_and_json_can_go_to_a_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("report.json");
    let arguments =
        ["grade", "--subject", "solutions", "--fail-under", "90", "--json", &file.to_string_lossy()];
    let ran = grader(&arguments);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains(&full_marks()), "{ran:?}");
    let report: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(file).expect("the file was written")).expect("JSON");
    assert_eq!((&report["schema"], &report["score"]), (&1.into(), &report["max_score"]));
    assert_eq!(report["subject"], "solutions");
}

#[test]
fn a_score_below_the_limit_has_an_exit_code_of_its_own() {
    let half = submission(&[("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })")]);
    let folder = half.path().to_string_lossy();
    let ran = grader(&["grade", "--submission", &folder, "--fail-under", "31"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.stdout.contains(" 30 / "), "{ran:?}");
    assert_eq!(grader(&["grade", "--submission", &folder, "--fail-under", "30"]).code, Some(0));
    // Of one exercise alone, the points of that exercise count.
    let ran = grader(&["grade", "relu", "--submission", &folder, "--fail-under", "30", "--json", "-"]);
    assert_eq!((ran.code, &ran.json()["max_score"]), (Some(0), &30.into()));
}

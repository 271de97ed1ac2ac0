//! Reports for other systems: where they go, and that there is always one.

use std::fs;

use serde_json::Value;

use crate::support::grader;

#[test]
fn a_format_is_all_that_is_printed() {
    let ran = grader(&["grade", "relu", "--subject", "solutions", "--format", "gradescope"]);
    assert_eq!((ran.code, &ran.json()["score"]), (Some(0), &30.into()), "{ran:?}");
    let json = |how: [&str; 2]| {
        grader(&["grade", "relu", "--subject", "solutions", "--seed", "1", how[0], how[1]]).stdout
    };
    assert_eq!(json(["--format", "json"]), json(["--json", "-"]));
}

#[test]
fn a_file_is_written_whole_and_into_a_folder_that_is_made_for_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("results/results.json");
    let results = ["--format", "prairielearn", "--output", &file.to_string_lossy()];
    let ran = grader(&[&["grade", "relu", "--subject", "solutions"], &results[..]].concat());
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""), "{ran:?}");
    let written = || -> Value {
        serde_json::from_str(&fs::read_to_string(&file).expect("the file was written")).expect("JSON")
    };
    assert_eq!(written()["score"], 1.0);
    assert_eq!(fs::read_dir(folder.path().join("results")).expect("a folder").count(), 1);

    // Grading breaks: the file says so, and so does the exit code.
    let ran = grader(&[&["grade", "--submission", "no/such/folder"], &results[..]].concat());
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""), "{ran:?}");
    let written = written();
    assert_eq!((&written["score"], &written["gradable"]), (&0.0.into(), &false.into()));
    assert!(written["message"].as_str().is_some_and(|text| text.starts_with("0 / ")), "{written}");
    assert!(written["format_errors"][0].as_str().is_some_and(|text| text.contains("does not exist")));
}

#[test]
fn formats_that_can_not_be_meant_are_bad_arguments() {
    assert_eq!(grader(&["grade", "--format", "gradescope", "--json", "-"]).code, Some(2));
    assert_eq!(grader(&["grade", "--output", "results.json"]).code, Some(2));
    assert_eq!(grader(&["grade", "--format", "json", "--output", "."]).code, Some(2));
    assert_eq!(grader(&["grade", "--format", "crystal-ball"]).code, Some(2));
}

/// Whoever grades a submission counts the same checks, whichever system reads the result.
#[test]
fn every_recipe_counts_hidden_checks() {
    let mut recipes = 0;
    for document in [
        "grader/instructor/README.md",
        "grader/instructor/systems/README.md",
        "grader/instructor/systems/gradescope/run_autograder",
    ] {
        let text = std::fs::read_to_string(crate::support::root().join(document)).expect("readable");
        // A command may go on in the next line.
        let text = text.replace("\\\n", " ");
        for line in text.lines().filter(|line| line.contains("--submission ") && line.contains("grade ")) {
            assert!(line.contains("--hidden"), "{document}: {line}");
            // Students' program knows neither of these.
            assert!(!line.contains("cargo grade"), "{document}: {line}");
            recipes += 1;
        }
    }
    assert!(recipes >= 3, "{recipes}");
}

//! Rubric and suite are held together.

use std::fs;
use std::process::Command;

use grader::cargo::{self, Call};
use grader::project::Project;
use grader::rubric::{Rubric, Track};
use instructor::commands::{HIDDEN, HIDDEN_CHECKS};
use student::mirror::mirror;
use student::run;
use student::stubs;

use crate::support::{root, target};

#[test]
fn every_check_has_points_and_a_hint_and_every_entry_is_a_check() {
    let project = Project::find().expect("tests run inside the workspace");
    let rubric = Rubric::read(&project.suite())
        .and_then(|rubric| rubric.with_hidden(&project.root().join(HIDDEN_CHECKS), HIDDEN))
        .expect("the rubric reads");
    let suite = run::build_suite(&project, &rubric).expect("the suite builds");
    let mut graded = Vec::new();
    for exercise in &rubric.exercises {
        for check in &exercise.checks {
            assert!(check.points > 0, "{} is worth nothing", exercise.id(check));
            assert!(!check.hint.trim().is_empty(), "{} has no hint", exercise.id(check));
            graded.push((exercise.id(check), check.hidden));
        }
    }
    let checks = suite.checks();
    let lacking = |these: &[(String, bool)], others: &[(String, bool)]| -> Vec<(String, bool)> {
        these.iter().filter(|check| !others.contains(check)).cloned().collect()
    };
    assert_eq!(lacking(&graded, &checks), [], "in the rubric, and not in the suite");
    assert_eq!(lacking(&checks, &graded), [], "in the suite, and not in the rubric");
    assert_eq!(graded.len(), checks.len(), "the rubric names a check twice");
}

/// A workspace may be copied with what is built in it, as each task of an array of jobs does.
#[test]
fn a_copied_workspace_is_judged_by_its_own_tables() {
    let arguments = &["-p", "student", "--bin", "grader", "-p", "grader", "--test", "suite"];
    let (folder, target) = (&root(), &target());
    let built = cargo::build(&Call { folder, target, arguments, environment: Vec::new(), within: None });
    let suite = built.expect("cargo starts").programs.remove("suite").expect("it builds");
    let copy = tempfile::tempdir().expect("a folder");
    mirror(&folder.join("grader/suite"), &copy.path().join("grader/suite"), &[]).expect("copied");
    fs::write(copy.path().join("grader/suite/relu/table.csv"), "another table\n").expect("written");
    let ran = Command::new(suite)
        .args(["--exact", "relu::is_zero_at_zero"])
        .current_dir(&copy)
        .env("GRADER_WORKER", "none")
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .expect("it starts");
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(said.contains("line `another table` of a reference table"), "{said}");
}

#[test]
fn the_points_are_those_of_the_lesson() {
    let project = Project::find().expect("tests run inside the workspace");
    let rubric = Rubric::read(&project.suite()).expect("the rubric reads");
    let points: Vec<_> =
        rubric.exercises.iter().map(|exercise| (exercise.title.as_str(), exercise.points())).collect();
    assert_eq!(points[..3], [("ReLU", 30), ("Sigmoid", 35), ("Tanh", 35)]);
    assert_eq!(rubric.points(Track::Core), 100);
}

/// The chapters that the book has.
fn chapters() -> Vec<String> {
    let lesson = root().join("solutions/lesson");
    let summary = fs::read_to_string(lesson.join("SUMMARY.md")).expect("readable");
    let files = summary.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    files.map(|file| fs::read_to_string(lesson.join(file)).expect("a chapter")).collect()
}

#[test]
fn an_exercise_has_all_its_parts() {
    let project = Project::find().expect("tests run inside the workspace");
    let rubric = Rubric::read(&project.suite()).expect("the rubric reads");
    for exercise in &rubric.exercises {
        let (name, title) = (&exercise.name, &exercise.title);
        let holds = |file: &str, wanted: &str| {
            let text = fs::read_to_string(project.root().join(file)).unwrap_or_default();
            assert!(text.contains(wanted), "{file} holds no `{wanted}`");
        };
        let source = exercise.source();
        let module = source.folder();
        holds(&format!("solutions/{}", source.path()), &format!("pub struct {title}"));
        holds(&format!("solutions/src/{module}/mod.rs"), &format!("\"{name}\" =>"));
        holds("solutions/src/functional.rs", &format!("pub fn {name}("));
        let is_told = |chapter: &String| chapter.contains(&format!("`cargo grade {name}`"));
        assert!(chapters().iter().any(is_told), "no chapter leads to {name}");
        holds("grader/suite/exercises.rs", name);
        assert!(!exercise.formulas.is_empty(), "{name} has no formula to make its table of");
    }
}

#[test]
fn every_exercise_has_hints_and_none_is_the_whole_body() {
    let project = Project::find().expect("tests run inside the workspace");
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for exercise in Rubric::read(&project.suite()).expect("the rubric reads").exercises {
        let steps = &exercise.steps;
        assert!((4..=6).contains(&steps.len()), "{} has {} steps", exercise.name, steps.len());
        let path = project.solutions().join(exercise.source().path());
        let solution = fs::read_to_string(path).expect("the reference is there");
        let body = squeezed(stubs::body(&solution).expect("it has a body"));
        for text in steps.iter().chain([&steps.concat()]) {
            assert!(!squeezed(text).contains(&body), "{} gives its body away: {text}", exercise.name);
        }
    }
}

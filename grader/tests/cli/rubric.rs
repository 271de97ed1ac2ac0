//! Rubric and suite are held together.

use std::fs;

use grader::project::{ACTIVATIONS, Project};
use grader::rubric::Rubric;
use grader::run;
use grader::stubs;

#[test]
fn every_check_has_points_and_a_hint_and_every_entry_is_a_check() {
    let project = Project::find().expect("tests run inside the workspace");
    let rubric = Rubric::read(&project.rubric()).expect("the rubric reads");
    let suite = run::build_suite(&project).expect("the suite builds");
    let mut graded = Vec::new();
    for exercise in &rubric.exercises {
        for check in &exercise.checks {
            assert!(check.points > 0, "{} is worth nothing", exercise.id(check));
            assert!(!check.hint.trim().is_empty(), "{} has no hint", exercise.id(check));
            graded.push((exercise.id(check), check.hidden));
        }
    }
    graded.sort();
    assert_eq!(suite.checks(), graded, "left: the suite's checks; right: the rubric's");
}

#[test]
fn the_points_are_those_of_the_lesson() {
    let project = Project::find().expect("tests run inside the workspace");
    let rubric = Rubric::read(&project.rubric()).expect("the rubric reads").visible();
    let points: Vec<_> =
        rubric.exercises.iter().map(|exercise| (exercise.title.as_str(), exercise.points())).collect();
    assert_eq!(points, [("ReLU", 30), ("Sigmoid", 35), ("Tanh", 35)]);
}

#[test]
fn every_exercise_has_hints_and_none_is_the_whole_body() {
    let project = Project::find().expect("tests run inside the workspace");
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for exercise in Rubric::read(&project.rubric()).expect("the rubric reads").exercises {
        let steps = &exercise.steps;
        assert!((4..=6).contains(&steps.len()), "{} has {} steps", exercise.name, steps.len());
        let path = project.solutions().join(ACTIVATIONS).join(exercise.file());
        let solution = fs::read_to_string(path).expect("the reference is there");
        let body = squeezed(stubs::body(&solution).expect("it has a body"));
        for text in steps.iter().chain([&steps.concat()]) {
            assert!(!squeezed(text).contains(&body), "{} gives its body away: {text}", exercise.name);
        }
    }
}

//! The end of an exercise: what is said when it is done, and what is handed in.

use std::fs;

use grader::project::Project;
use instructor::commands::whole_rubric;
use instructor::specimens::{self, Fails, KINDS, Specimen};
use serde_json::Value;

use crate::support::{LESSON, exercise, grader_in, with_body};
use crate::tree::Tree;

/// A text in one line, however it was wrapped.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn success_is_told_with_its_curve_and_what_comes_next() {
    let tree = Tree::fresh();
    let grade = |more: &[&str]| grader_in(&tree, &[&["grade", "--seed", "1"], more].concat());
    grade(&[]);
    tree.put("relu", "x.mapv(|v| if v < 1.0 { 0.0 } else { v })");
    grade(&["relu"]);
    let same = squeezed(&grade(&["relu"]).stdout);
    assert!(same.contains("relu.rs is the same as last time. Is it saved?"), "{same}");

    tree.put("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    // An editor grades each save in the background: that is no news yet.
    grade(&["--format", "cargo-json"]);
    let done = grade(&["relu"]).stdout;
    let said = squeezed(&done);
    for words in [
        "30 / 30 points (+",
        "ReLU is done. With it a network can bend",
        "All visible checks pass here. Next: Sigmoid, at exercises/src/activations/sigmoid.rs:82: cargo grade sigmoid",
        "⠶ yours",
    ] {
        assert!(said.contains(words), "{words}: {done}");
    }
    let again = grade(&["relu"]).stdout;
    assert!(!again.contains("is done.") && !again.contains("⠶ yours"), "it is news only once: {again}");
    assert!(
        squeezed(&grader_in(&tree, &["hint"]).stdout).starts_with("Sigmoid, hint"),
        "the exercise that grade names"
    );
    assert!(grader_in(&tree, &["hint", "relu"]).stdout.contains("ReLU is done"));
}

#[test]
fn a_hint_begins_at_the_step_that_fits() {
    let tree = Tree::fresh();
    let _ = fs::remove_file(tree.join(".kept/hints.toml")); // Of an earlier run.
    tree.put("relu", "x.mapv(|v| v.max(0.0))");
    grader_in(&tree, &["grade", "--seed", "1"]);
    let hint = grader_in(&tree, &["hint"]).stdout;
    assert!(hint.contains("ReLU, hint 5 of 6") && hint.contains("NaN"), "{hint}");
}

/// What is packed is what is graded, and earns the same.
#[test]
fn what_is_handed_in_earns_what_was_earned_at_home() {
    let tree = Tree::fresh();
    tree.put("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    tree.put("sigmoid", "x.mapv(|v| 1.0 / (1.0 + v.exp()))");
    let math = tree.join("exercises/src/math.rs");
    let given = fs::read_to_string(&math).expect("readable");
    fs::write(&math, given.clone() + "\npub fn one() -> f32 {\n    1.0\n}\n").expect("written");
    tree.put("tanh", "let _ = crate::math::one(); x.mapv(|v| v.tanh())");
    let zip = tree.join("handin.zip");
    let _ = fs::remove_file(&zip); // Of an earlier run.
    let ran = grader_in(&tree, &["handin", "--seed", "1"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let said = squeezed(&ran.stdout);
    assert!(said.contains("handin.zip, with relu.rs, sigmoid.rs, tanh.rs. Not done yet: Sigmoid"), "{said}");
    let home = grader_in(&tree, &["grade", "--seed", "1", "--json", "-"]).json();
    let class =
        grader_in(&tree, &["grade", "--seed", "1", "--json", "-", "--submission", &zip.to_string_lossy()])
            .json();
    fs::write(&math, given).expect("written");
    for name in ["relu", "sigmoid", "tanh"] {
        let of = |report| exercise(report, name)["score"].clone();
        assert_eq!(of(&home), of(&class), "{name}");
    }
    assert_eq!(exercise(&home, "tanh")["status"], "not_compiled", "its helper stays at home");
}

/// Every specimen, three at a time: each check ends at home as it ends in class.
#[test]
#[ignore = "grades every specimen twice: `cargo make home-check` runs it"]
fn every_specimen_ends_at_home_as_in_class() {
    let tree = Tree::fresh();
    let project = Project::of_this_build();
    let whole = whole_rubric(&project).expect("a rubric");
    let mut queues: Vec<Vec<Specimen>> = whole
        .exercises
        .iter()
        .filter(|exercise| LESSON.contains(&exercise.name.as_str()))
        .map(|exercise| specimens::read(&project, exercise, &KINDS).expect("specimens"))
        .collect();
    let mut compared = 0;
    while queues.iter().any(|queue| !queue.is_empty()) {
        let group: Vec<Specimen> = queues.iter_mut().filter_map(Vec::pop).collect();
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in LESSON {
            let text =
                group.iter().find(|specimen| specimen.exercise == name).map(|specimen| specimen.text.clone());
            let text = text.unwrap_or_else(|| with_body(name, "x.clone()"));
            fs::write(tree.file(name), &text).expect("written");
            fs::write(folder.path().join(format!("{name}.rs")), text).expect("written");
        }
        let home = grader_in(&tree, &["grade", "--seed", "1", "--json", "-"]).json();
        let place = folder.path().to_string_lossy().into_owned();
        let class = grader_in(&tree, &["grade", "--seed", "1", "--json", "-", "--submission", &place]).json();
        for specimen in &group {
            let statuses = |report: &Value| -> Vec<Value> {
                let checks =
                    exercise(report, &specimen.exercise)["checks"].as_array().expect("checks").clone();
                checks.iter().map(|check| check["status"].clone()).collect()
            };
            // Its answers are drawn by itself.
            let is_drawn = matches!(specimen.header.fails, Fails::Some(_));
            assert!(
                is_drawn || statuses(&home) == statuses(&class),
                "{}: {home:#}\n{class:#}",
                specimen.label()
            );
            compared += usize::from(!is_drawn);
        }
    }
    assert!(compared > 300, "{compared}");
}

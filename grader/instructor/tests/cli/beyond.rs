//! Exercises beyond the core, in a learner's own tree.

use std::fs;

use crate::support::{Ran, exercise, grader_in};
use crate::tree::Tree;

const CORE: [(&str, &str); 3] = [
    ("activations/relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })"),
    ("activations/sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))"),
    ("activations/tanh", "x.mapv(f32::tanh)"),
];

/// Writes a body into a file of `exercises/src`.
fn put(tree: &Tree, file: &str, body: &str) {
    let solution = fs::read_to_string(tree.join(format!("solutions/src/{file}.rs"))).expect("the reference");
    let text = student::stubs::with_body(&solution, body).expect("markers match");
    fs::write(tree.join(format!("exercises/src/{file}.rs")), text).expect("written");
}

fn graded(tree: &Tree, more: &[&str]) -> Ran {
    let ran = grader_in(tree, &[&["grade", "--seed", "1"], more].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    ran
}

#[test]
fn what_is_beyond_shows_when_it_is_begun_or_the_core_is_done() {
    let tree = Tree::whole();
    let fresh = graded(&tree, &[]).stdout;
    assert!(fresh.contains("0 / 100 points") && !fresh.contains("Beyond"), "{fresh}");
    assert!(fresh.contains("All 39 checks"), "{fresh}");

    // Begun, and not done: its points are no part of the 100, and what comes next is the core.
    put(&tree, "slopes/relu", "x.mapv(|v| if v >= 0.0 { 1.0 } else { 0.0 })");
    let begun = graded(&tree, &[]).stdout;
    assert!(begun.contains(" 0 / 100 points\n") && begun.contains("  ReLUSlope "), "{begun}");
    assert!(begun.contains("exercises/src/slopes/relu.rs:") && !begun.contains("TanhSlope"), "{begun}");
    assert!(begun.contains("\nNext: ReLU, at exercises/src/activations/relu.rs:"), "{begun}");
    let report = graded(&tree, &["--json", "-"]).json();
    assert_eq!((&report["score"], &report["max_score"]), (&0.into(), &100.into()));
    let slope = exercise(&report, "relu_slope");
    assert_eq!((&slope["track"], &slope["score"]), (&"beyond".into(), &report["beyond"]["score"]));
    assert_eq!(report["exercises"].as_array().map(Vec::len), Some(4));

    for (file, body) in CORE {
        put(&tree, file, body);
    }
    let reset = grader_in(&tree, &["reset", "slopes/relu.rs"]);
    assert!(
        reset.stdout.starts_with("slopes/relu.rs is as you got it. What was there is in .kept/slopes-relu-")
    );
    let done = graded(&tree, &[]).stdout;
    assert!(done.contains("100 / 100 points") && done.contains("  TanhSlope "), "{done}");
    let points = graded(&tree, &["--json", "-"]).json()["beyond"]["max_score"].clone();
    let line = format!("There is more to write beyond the core, for {points} points of their own");
    assert!(done.replace('\n', " ").contains(&line), "{done}");
    assert!(done.replace('\n', " ").contains("Next: ReLUSlope, at exercises/src/slopes/relu.rs:"), "{done}");
    // A system that counts what fails is told of nothing that nobody has begun.
    assert!(!graded(&tree, &["--format", "junit"]).stdout.contains("Slope"));
    assert_eq!(grader_in(&tree, &["hint", "--reset"]).code, Some(0));
    let hint = grader_in(&tree, &["hint"]).stdout;
    assert!(hint.starts_with("\nReLUSlope, hint 1 of 6\n"), "{hint}");

    put(&tree, "slopes/relu", "x.mapv(|v| if v.is_nan() { v } else if v > 0.0 { 1.0 } else { 0.0 })");
    let ran = graded(&tree, &["relu_slope", "--fail-under", "20"]).stdout;
    assert!(ran.contains("20 / 20 points beyond the core") && ran.contains("ReLUSlope is done."), "{ran}");
    let packed = grader_in(&tree, &["handin"]).stdout;
    assert!(packed.contains(", with relu.rs, sigmoid.rs, slopes/relu.rs, tanh.rs."), "{packed}");
}

#[test]
fn two_files_of_one_name_are_told_apart_in_errors() {
    let tree = Tree::whole();
    put(&tree, "slopes/relu", "x.mapv(|v| if v > 0 { 1.0 } else { 0.0 })");
    put(&tree, "activations/relu", "x.mapv(|v| if v > 0.0 { v } else { 0 })");
    let ran = graded(&tree, &[]).stdout;
    assert!(ran.contains("--> exercises/src/slopes/relu.rs:"), "{ran}");
    assert!(ran.contains("--> exercises/src/activations/relu.rs:"), "{ran}");
    let report = graded(&tree, &["--json", "-"]).json();
    for name in ["relu", "relu_slope"] {
        let status = &exercise(&report, name)["status"];
        assert_eq!(status, "not_compiled", "{name}");
    }
    put(&tree, "activations/relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    let report = graded(&tree, &["--json", "-"]).json();
    assert_eq!((&report["score"], &exercise(&report, "relu")["status"]), (&30.into(), &"done".into()));

    // A todo! in the other file of this name is that one's.
    put(&tree, "slopes/relu", "crate::functional::tanh_slope(x)");
    let report = graded(&tree, &["relu_slope", "--json", "-"]).json();
    let said =
        exercise(&report, "relu_slope")["checks"][0]["message"].as_str().expect("a message").to_owned();
    assert!(said.ends_with("write slopes/tanh.rs first"), "{said}");
}

#[test]
fn a_slope_is_held_to_what_is_measured_on_the_learners_own_function() {
    let tree = Tree::whole();
    let tried = |of: &str| {
        let ran = grader_in(&tree, &["try", "slope", of, "0.5"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        ran.stdout.lines().last().expect("a verdict").trim().to_owned()
    };
    put(&tree, "activations/tanh", "x.mapv(f32::tanh)");
    assert_eq!(tried("tanh"), "○ your slope is still to be written; your Tanh rises as it should here");
    put(&tree, "slopes/tanh", "crate::functional::tanh(x).mapv(|t| 1.0 - t * t)");
    assert_eq!(tried("tanh"), "✓ all three agree");
    assert_eq!(tried("tanh_slope"), "✓ all three agree");
    put(&tree, "slopes/tanh", "x.mapv(|v| 1.0 - v * v)");
    let says = "✗ your Tanh has the right slope, and yours is another: mend your slope";
    assert_eq!(tried("tanh"), says);
    put(&tree, "activations/tanh", "x.mapv(|v| v - v * v * v / 3.0)");
    assert_eq!(tried("tanh"), "✗ your slope fits your Tanh, and neither is right: mend your Tanh first");
    put(&tree, "slopes/tanh", "x.mapv(|v| 1.0 - v.tanh() * v.tanh())");
    assert_eq!(tried("tanh"), "✗ your slope is right, and your Tanh has another here: mend your Tanh");
    let none = grader_in(&tree, &["try", "slope", "gelu", "1"]);
    assert_eq!((none.code, none.stdout.as_str()), (Some(2), ""));
    assert!(none.stderr.contains("there are those of relu, sigmoid, tanh"), "{none:?}");
}

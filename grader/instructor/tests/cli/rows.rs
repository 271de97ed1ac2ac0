//! Layers with a parameter, and those that look at whole rows, in a learner's own tree.

use std::fs;

use serde_json::Value;

use crate::support::{Ran, exercise, grader_in};
use crate::tree::Tree;

/// Writes the body of an activation, grades it, and tells what came of it.
fn graded(tree: &Tree, name: &str, body: &str) -> Value {
    let file = format!("src/activations/{name}.rs");
    let solution = fs::read_to_string(tree.join("solutions").join(&file)).expect("the reference");
    let text = student::stubs::with_body(&solution, body).expect("markers match");
    fs::write(tree.join("exercises").join(&file), text).expect("written");
    let report = grader_in(tree, &["grade", name, "--seed", "1", "--json", "-"]).json();
    exercise(&report, name).clone()
}

/// The checks that fail.
fn failed(graded: &Value) -> Vec<&Value> {
    let checks = graded["checks"].as_array().expect("checks").iter();
    checks.filter(|check| check["status"] == "wrong_value").collect()
}

/// Asks as a report says to.
fn tried_again(tree: &Tree, check: &Value) -> Ran {
    let again = check["again"].as_str().expect("a line").replace('"', "");
    // A tensor is one argument, blanks and all.
    let (before, tensor) = match again.find('[') {
        Some(at) => (again[..at].trim().to_owned(), Some(again[at..].to_owned())),
        None => (again, None),
    };
    let arguments: Vec<&str> = before.split(' ').chain(tensor.as_deref()).collect();
    grader_in(tree, &[&["try"], &arguments[..]].concat())
}

#[test]
fn a_parameter_is_told_and_can_be_asked_for() {
    let tree = Tree::whole();
    let larger = graded(&tree, "leaky_relu", "x.mapv(|v| v.max(self.slope * v))");
    assert_eq!(larger["diagnosis"]["key"], "larger_of_both");
    let [check] = failed(&larger)[..] else { panic!("one slip, one check: {larger:#}") };
    assert_eq!(check["id"], "leaky_relu::takes_any_slope");
    let message = check["message"].as_str().expect("a message");
    assert!(
        message.starts_with("with slope ") && message.contains(", at x = 1: expected 1, got "),
        "{message}"
    );
    let again = tried_again(&tree, check);
    assert!(
        again.stdout.contains("leaky_relu(1) with slope ") && again.stdout.contains("✗ off by"),
        "{again:?}"
    );

    let fixed = graded(&tree, "leaky_relu", "x.mapv(|v| if v < 0.0 { 0.01 * v } else { v })");
    assert_eq!(fixed["diagnosis"]["key"], "slope_ignored");
    let none = grader_in(&tree, &["try", "tanh", "--with", "2", "1"]);
    assert_eq!((none.code, none.stdout.as_str()), (Some(2), ""));
    assert!(none.stderr.contains("`tanh` has no parameter") && none.stderr.contains("hint: "), "{none:?}");
}

#[test]
fn a_row_is_graded_shown_tried_and_drawn() {
    let tree = Tree::whole();
    let shares = "let powers = x.mapv(|v| (SIGN v).exp());
        let sums = powers.sum_axis(AXIS).insert_axis(AXIS);
        powers / sums";
    let body = |sign: &str, axis: &str| shares.replace("SIGN", sign).replace("AXIS", axis);

    let softmin = graded(&tree, "softmax", &body("-", "self.axis"));
    assert_eq!(softmin["diagnosis"]["key"], "softmin");
    let first = failed(&softmin)[0];
    assert_eq!((&first["input"], &first["again"]), (&"[0, 1]".into(), &"softmax \"[0, 1]\"".into()));
    assert!(tried_again(&tree, first).stdout.contains("got      [*0.7310586*, *0.26894143*]"));

    let last = graded(&tree, "softmax", &body("", "ndarray::Axis(x.ndim() - 1)"));
    assert_eq!(last["diagnosis"]["key"], "always_last_axis");
    let axis = failed(&last).into_iter().find(|check| check["id"] == "softmax::works_along_any_axis");
    let axis = axis.expect("the axis is wrong");
    assert_eq!((&axis["input"], &axis["expected"]), (&"[[0, 0]]".into(), &"[[1, 1]]".into()));
    assert_eq!(axis["again"], "softmax --with 0 \"[[0, 0]]\"");
    assert!(tried_again(&tree, axis).stdout.contains("softmax([[0, 0]]) with axis 0"));
    let large = failed(&last).into_iter().find(|check| check["id"] == "softmax::survives_large_values");
    assert!(large.is_some(), "{last:#}");

    // Numbers that stand by themselves are a row.
    let row = grader_in(&tree, &["try", "softmax", "1", "2", "3"]);
    assert!(row.stdout.contains("softmax([1, 2, 3])\n    expected [0.09003057, "), "{row:?}");
    let flat = grader_in(&tree, &["try", "softmax", "--with", "1", "1", "2"]);
    assert!(
        flat.code == Some(2) && flat.stderr.contains("axis 1 is none of a tensor of shape [2]"),
        "{flat:?}"
    );
    let drawn = grader_in(&tree, &["plot", "softmax"]);
    assert!(drawn.stdout.contains("Softmax, the first of (x, 0, 0): within the tolerance"), "{drawn:?}");
    let trained = grader_in(&tree, &["train", "--activation", "softmax"]);
    assert!(trained.code == Some(2) && trained.stderr.contains("looks at whole rows"), "{trained:?}");
}

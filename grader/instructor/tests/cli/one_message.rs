//! One cause, one message: what a slip costs, what is said of it, and how to ask again.

use serde_json::Value;

use crate::support::{exercise, graded, grader_in, shown, submission};
use crate::tree::Tree;

/// The names of the checks that ended like this.
fn ended(report: &Value, name: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let checks = exercise(report, name)["checks"].as_array().expect("checks");
    let wanted = checks.iter().filter(|check| is_wanted(check["status"].as_str().unwrap_or_default()));
    let name =
        |check: &Value| check["id"].as_str().unwrap_or_default().rsplit("::").next().map(str::to_owned);
    wanted.filter_map(name).collect()
}

#[test]
fn a_forgotten_minus_fails_what_it_touches_and_is_told_once() {
    let folder = submission(&[("sigmoid", "x.mapv(|v| 1.0 / (1.0 + v.exp()))")]);
    let report = graded(folder.path());
    let failed = ended(&report, "sigmoid", |status| status != "passed");
    let touched = [
        "computes_the_example",
        "agrees_with_the_reference",
        "never_decreases",
        "saturates_without_overflow",
    ];
    assert_eq!(failed, touched);
    let sigmoid = exercise(&report, "sigmoid");
    assert_eq!(sigmoid["diagnosis"]["computes"], "sigmoid(-x)");
    let first = &sigmoid["checks"][0];
    assert_eq!(first["message"], "at x = 1: expected 0.7310586, got 0.26894143");
    assert_eq!(first["again"], "sigmoid 1");
    let screen = shown(folder.path());
    assert!(screen.contains("… 3 more fail, for the same reason"), "{screen}");
    assert!(screen.contains("try      cargo try sigmoid 1"), "{screen}");
    let section =
        screen.split("\nSigmoid ").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap_or_default();
    assert!(!section.is_empty() && !section.contains("hint "), "{section}");
}

#[test]
fn a_lost_shape_fails_no_check_of_numbers() {
    let body = "let y: Vec<f32> = x.iter().map(|v| v.tanh()).collect();\n\
                Tensor::from_shape_vec(vec![y.len()], y).unwrap()";
    let report = graded(submission(&[("tanh", body)]).path());
    assert_eq!(
        ended(&report, "tanh", |status| status == "wrong_shape"),
        ["accepts_a_batch", "keeps_the_shape"]
    );
    assert_eq!(ended(&report, "tanh", |status| status == "wrong_value").len(), 0);
    assert_eq!(exercise(&report, "tanh")["diagnosis"]["key"], "flattened");
}

#[test]
fn what_comes_to_no_answer_is_one_failure() {
    let folder = submission(&[("relu", "let v: Vec<f32> = Vec::new();\nx.mapv(|_| v[3])")]);
    let report = graded(folder.path());
    assert_eq!(ended(&report, "relu", |status| status == "panicked"), ["computes_the_example"]);
    let not_judged = ended(&report, "relu", |status| status == "not_judged");
    assert!(not_judged.len() > 8, "{not_judged:?}");
    let screen = shown(folder.path());
    assert!(screen.contains("not judged, because `computes the example` fails: mend that first"), "{screen}");
    assert_eq!(screen.matches("index out of bounds").count(), 1, "{screen}");
}

#[test]
fn what_was_printed_is_what_the_shown_call_printed() {
    let body = "x.mapv(|v| { println!(\"v is {v}\"); v.max(0.5) })";
    let folder = submission(&[("relu", body)]);
    let relu = exercise(&graded(folder.path()), "relu").clone();
    assert_eq!(relu["checks"][0]["message"], "at x = 0: expected 0, got 0.5");
    assert_eq!(relu["printed"], "v is 0\n");
}

#[test]
fn who_calls_what_is_wrong_or_missing_is_sent_there_first() {
    let tree = Tree::fresh();
    let calls = "crate::functional::tanh(&(x / 2.0)).mapv(|t| 0.5 + 0.5 * t)";
    tree.put("sigmoid", calls);
    let report = grader_in(&tree, &["grade", "--json", "-"]).json();
    let first = exercise(&report, "sigmoid")["checks"][0].clone();
    assert_eq!(first["message"], "forward calls what is not implemented yet: write tanh.rs first");

    tree.put("tanh", "x.mapv(|v| -v.tanh())");
    let report = grader_in(&tree, &["grade", "--json", "-"]).json();
    let diagnosis = &exercise(&report, "sigmoid")["diagnosis"];
    assert_eq!(diagnosis["key"], "calls_a_wrong_neighbour");
    assert!(
        diagnosis["says"].as_str().is_some_and(|says| says.contains("mend tanh.rs first")),
        "{diagnosis}"
    );
    assert_eq!(exercise(&report, "tanh")["diagnosis"]["key"], "negated");
}

#[test]
fn any_number_and_any_tensor_can_be_tried() {
    let tree = Tree::fresh();
    tree.put("tanh", "x.mapv(|v| if v > 50.0 { 0.9999 } else { v.tanh() })");
    let tried = |arguments: &[&str]| {
        let ran = grader_in(&tree, &[&["try"], arguments].concat());
        (ran.code, ran.stdout + &ran.stderr)
    };
    let (code, said) = tried(&["tanh", "-2", "100", "NaN", "-inf", "[[1, 60], [0, -1]]"]);
    assert_eq!(code, Some(0), "{said}");
    for part in [
        "tanh(-2)\n    expected -0.9640276\n    got      -0.9640276\n    ✓ off by 4e-9, which is close enough",
        "tanh(100)\n    expected 1\n    got      0.9999\n    ✗ off by 0.0001",
        "tanh(NaN)\n    expected NaN\n    got      NaN\n    ✓",
        "tanh(-inf)\n    expected -1\n    got      -1\n    ✓",
        "[[0.7615942, *0.9999*], [0, -0.7615942]]",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    assert!(tried(&["tanh", "--layout", "transposed", "[[1, 2]]"]).1.contains("✓"));
    assert!(tried(&["relu", "1"]).1.contains("○ not implemented yet"));
    let (code, said) = tried(&["tanh", "[[1, 2], [3]]"]);
    assert!(code == Some(2) && said.contains("rows differ"), "{said}");
    let (code, said) = tried(&["than", "1"]);
    assert!(code == Some(2) && said.contains("no exercise `than`"), "{said}");

    // What a report says to paste shows what the report shows.
    let report = grader_in(&tree, &["grade", "tanh", "--json", "-"]).json();
    let checks = exercise(&report, "tanh")["checks"].as_array().expect("checks").clone();
    let failed: Vec<&Value> = checks.iter().filter(|check| check["status"] == "wrong_value").collect();
    let [check] = failed[..] else { panic!("one slip, one check: {failed:?}") };
    assert_eq!(check["message"], "at x = 100: expected 1, got 0.9999");
    let again: Vec<&str> = check["again"].as_str().expect("a line").split(' ').collect();
    assert!(tried(&again).1.contains("got      0.9999"));
}

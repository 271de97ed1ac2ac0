//! A network that learns with what the learner wrote.

use crate::support::{grader_in, width};
use crate::tree::Tree;

#[test]
fn what_bends_learns_and_what_is_open_is_said() {
    let tree = Tree::fresh();
    let train = |more: &[&str]| {
        let ran = grader_in(&tree, &[&["train"], more].concat());
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(width(&ran.stdout) <= 80, "{}", ran.stdout);
        ran.stdout
    };
    let fresh = train(&[]);
    assert!(fresh.contains("ReLU: not written yet") && fresh.contains("Tanh: not written yet"), "{fresh}");
    assert!(fresh.contains("None of yours does better than a straight line yet"), "{fresh}");

    tree.put("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    tree.put("sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))");
    tree.put("tanh", "x.mapv(|v| v.sqrt())");
    let half = train(&[]);
    assert!(half.contains("none 112") && half.contains("ReLU 200") && half.contains("Sigmoid 200"), "{half}");
    assert!(half.contains("Tanh: the loss is NaN after 0 steps"), "{half}");

    tree.put("tanh", "x.clone()");
    let straight = train(&[]);
    assert!(straight.contains("Tanh 112") && straight.contains("Tanh is no better than the"), "{straight}");

    // The same seed draws the same points and the same start.
    assert_eq!(train(&["spiral", "--seed", "3"]), train(&["spiral", "--seed", "3"]));
    assert_ne!(train(&["spiral", "--seed", "3"]), train(&["spiral", "--seed", "4"]));
    let one = train(&["xor", "--activation", "relu", "--ascii"]);
    assert!(one.contains("ReLU 200") && !one.contains("Sigmoid") && one.is_ascii(), "{one}");
    assert_eq!(grader_in(&tree, &["train", "--activation", "softsign"]).code, Some(2));
}

//! Another exercise: `instructor new`, and nothing by hand but the values that it must have.

use std::fs;

use crate::support::grader_in;
use crate::tree::Tree;

#[test]
fn a_new_exercise_is_graded_and_tested_like_the_others() {
    let tree = Tree::fresh();
    let new = |name: &str, more: &[&str]| {
        let formula = ["--formula", "tanh(x)", "--body", "crate::elementwise(x, crate::math::tanh)"];
        grader_in(&tree, &[&["new", name], &formula[..], more].concat())
    };
    for (name, more) in [("TanhAgain", &[][..]), ("tanh", &[]), ("other", &["--title", "Tanh"])] {
        let ran = new(name, more);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{ran:?}");
    }
    let ran = new("tanh_again", &["--title", "TanhOnceMore"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("grader/instructor/tables/make.py tanh_again"), "{ran:?}");
    assert_eq!(new("tanh_again", &[]).code, Some(2), "it is there already");
    // It is tanh once more, so its values are there without the program that makes them.
    for table in ["table.csv", "pieces.csv"] {
        let suite = tree.join("grader/suite");
        fs::copy(suite.join("tanh").join(table), suite.join("tanh_again").join(table)).expect("copied");
    }
    assert_eq!(grader_in(&tree, &["stubs"]).code, Some(0));

    let ran = grader_in(&tree, &["grade", "tanh_again"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("\n  TanhOnceMore ░"), "{}", ran.stdout);
    assert!(ran.stdout.contains(" 0 / 35  not started"), "{}", ran.stdout);
    let ran = grader_in(&tree, &["grade", "tanh_again", "--subject", "solutions", "--hidden"]);
    assert!(ran.code == Some(0) && ran.stdout.contains(" 35 / 35  done"), "{ran:?}");
    let ran = grader_in(&tree, &["verify", "wrong/tanh_again/any/plus_one"]);
    assert!(ran.code == Some(0) && ran.stdout.contains("  one_more\n"), "{ran:?}");
}

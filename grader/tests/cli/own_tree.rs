//! A learner's own workspace: graded where it stands, and left as it was.

use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use grader::mirror::{mirror, write};

use crate::support::{exercise, grader_in, root, width, with_body};

/// A copy of the workspace as a fresh clone has it, at a path that stays, so that it builds once.
fn fresh() -> PathBuf {
    let tree = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tree");
    for folder in ["exercises", "solutions", "grader"] {
        mirror(&root().join(folder), &tree.join(folder), &[]).expect("copied");
    }
    for file in ["Cargo.toml", "Cargo.lock"] {
        write(&tree.join(file), &fs::read(root().join(file)).expect("readable")).expect("written");
    }
    // This workspace may be a learner's, with bodies in it: a fresh clone has stubs.
    for name in ["relu", "sigmoid", "tanh"] {
        let path = tree.join(format!("exercises/src/activations/{name}.rs"));
        let stub = grader::stubs::strip(&with_markers(name)).expect("markers match");
        fs::write(path, stub).expect("written");
    }
    tree
}

fn with_markers(name: &str) -> String {
    fs::read_to_string(root().join(format!("solutions/src/activations/{name}.rs")))
        .expect("the reference is there")
}

/// One test, because there is one tree.
#[test]
fn from_a_fresh_clone_to_the_end() {
    let tree = fresh();
    let grade = |more: &[&str]| grader_in(&tree, &[&["grade", "--seed", "1"], more].concat());
    let file = |name: &str| tree.join(format!("exercises/src/activations/{name}.rs"));

    let ran = grade(&[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(!ran.stderr.contains("warning"), "{}", ran.stderr);
    expect_file!["snapshots/fresh.txt"].assert_eq(&ran.stdout);
    assert!(width(&ran.stdout) <= 80 && ran.stdout.lines().count() <= 24, "more than a screen");
    let report = grade(&["--json", "-"]).json();
    for name in ["relu", "sigmoid", "tanh"] {
        let checks = exercise(&report, name)["checks"].as_array().expect("checks");
        assert!(checks.iter().all(|check| check["status"] == "not_implemented"), "{report:#}");
    }

    let plain = grade(&["--ascii"]);
    assert!(plain.stdout.is_ascii(), "{}", plain.stdout);

    fs::write(file("relu"), with_body("relu", "x.mapv(|v| v.abs())")).expect("written");
    let ran = grade(&["relu"]);
    assert!(ran.stdout.contains("exercises/src/activations/relu.rs:"), "{}", ran.stdout);
    assert!(ran.stdout.contains("got      [3, 1, 0, 1, 3]"), "{}", ran.stdout);

    let ran = grade(&["relu", "--plot"]);
    expect_file!["snapshots/plot.txt"].assert_eq(&ran.stdout);
    assert!(width(&ran.stdout) <= 80, "{}", ran.stdout);
    let plain = grade(&["sigmoid", "--plot", "--ascii"]);
    assert!(plain.stdout.is_ascii() && plain.stdout.contains("yours: not implemented yet"), "{plain:?}");

    let ran = grader_in(&tree, &["bench", "--", "relu", "tanh", "--rounds", "1"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("ReLU     yours      █") && width(&ran.stdout) <= 80, "{}", ran.stdout);
    assert!(ran.stdout.contains("Tanh     yours      not implemented yet"), "{}", ran.stdout);
    assert!(ran.stdout.contains("reference  █") && ran.stdout.contains("bound"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("Sigmoid"), "{}", ran.stdout);
    assert_eq!(grader_in(&tree, &["bench", "softmax"]).code, Some(2));

    // A compile error and a deleted file: the third exercise is graded all the same.
    let broken = with_body("relu", "compile_error!(\"mend me\")");
    fs::write(file("relu"), &broken).expect("written");
    fs::remove_file(file("tanh")).expect("removed");
    fs::write(file("sigmoid"), with_body("sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))"))
        .expect("written");
    let ran = grader_in(&tree, &["bench", "--json"]);
    assert!(ran.code == Some(1) && ran.stderr.contains("`exercises` does not compile"), "{ran:?}");
    assert!(ran.stderr.contains("hint: `cargo make grade`"), "{ran:?}");
    let ran = grade(&[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    expect_file!["snapshots/own_compile_error.txt"].assert_eq(&ran.stdout);
    assert_eq!(fs::read_to_string(file("relu")).expect("still there"), broken);
    assert!(!file("tanh").exists(), "a deleted file came back");

    // A given file is broken: nobody is graded, and nobody is blamed.
    let module = tree.join("exercises/src/functional.rs");
    let given = fs::read(&module).expect("readable");
    fs::write(&module, "nonsense").expect("written");
    let ran = grade(&[]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
    assert!(ran.stderr.contains("even with every exercise untouched"), "{}", ran.stderr);
    fs::write(&module, given).expect("written");

    fs::write(file("relu"), with_body("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })")).expect("written");
    fs::write(file("tanh"), with_body("tanh", "x.mapv(f32::tanh)")).expect("written");
    fs::write(file("sigmoid"), with_body("sigmoid", "std::process::exit(0)")).expect("written");
    let ran = grader_in(&tree, &["bench", "sigmoid", "--rounds", "1", "--json"]);
    let times = &ran.json()[0]["exercises"][0];
    assert_eq!(times["yours"]["none"], "no answer: the program ended with exit code 0");
    assert!(times["reference"]["nanoseconds"].as_f64().is_some_and(|time| time > 0.0), "{ran:?}");
    fs::write(file("sigmoid"), with_body("sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))"))
        .expect("written");
    let ran = grade(&["--fail-under", "100"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    expect_file!["snapshots/complete.txt"].assert_eq(&ran.stdout);

    #[cfg(feature = "class")]
    a_specimen_is_what_it_says(&tree);
}

/// A specimen of which something else comes than its file says is a miss, whichever way.
#[cfg(feature = "class")]
fn a_specimen_is_what_it_says(tree: &Path) {
    let specimen = tree.join("grader/specimens/wrong/relu/absolute.rs");
    let says = fs::read_to_string(&specimen).expect("the specimen is there");
    let verify = || grader_in(tree, &["verify", "wrong/relu/absolute"]);
    assert_eq!(verify().code, Some(0), "{:?}", verify());
    for (from, to, complaint) in [
        ("fails: ", "fails: accepts_empty_tensors, ", "accepts_empty_tensors passes, and must fail"),
        ("zeroes_negative_values", "accepts_a_batch", "zeroes_negative_values fails, and must pass"),
        ("diagnosis: absolute", "diagnosis: none", "diagnosed absolute, and must be none"),
    ] {
        fs::write(&specimen, says.replace(from, to)).expect("written");
        let ran = verify();
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.stdout.contains(complaint), "{}", ran.stdout);
    }
    fs::write(&specimen, says).expect("written");
    assert_eq!(grader_in(tree, &["verify", "no such specimen"]).code, Some(1));
}

//! A learner's own workspace: graded where it stands, and left as it was.

use std::fs;

use expect_test::expect_file;
use student::mirror::{mirror, write_if_changed};

use crate::support::{LESSON, exercise, grader_in, width, with_body};
use crate::tree::Tree;

/// One test, because there is one tree.
#[test]
fn from_a_fresh_clone_to_the_end() {
    let tree = Tree::fresh();
    let grade = |more: &[&str]| grader_in(&tree, &[&["grade", "--seed", "1"], more].concat());

    let ran = grade(&[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(!ran.stderr.contains("warning"), "{}", ran.stderr);
    expect_file!["snapshots/fresh.txt"].assert_eq(&ran.stdout);
    assert!(width(&ran.stdout) <= 80 && ran.stdout.lines().count() <= 24, "more than a screen");
    let report = grade(&["--json", "-"]).json();
    for name in LESSON {
        let checks = exercise(&report, name)["checks"].as_array().expect("checks");
        assert!(checks.iter().all(|check| check["status"] == "not_implemented"), "{report:#}");
    }

    let plain = grade(&["--ascii"]);
    assert!(plain.stdout.is_ascii(), "{}", plain.stdout);

    tree.put("relu", "x.mapv(|v| v.abs())");
    let ran = grade(&["relu"]);
    assert!(ran.stdout.contains("exercises/src/activations/relu.rs:"), "{}", ran.stdout);
    assert!(ran.stdout.contains("at x = -1: expected 0, got 1"), "{}", ran.stdout);

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
    assert_eq!(grader_in(&tree, &["bench", "softsign"]).code, Some(2));

    // A compile error and a deleted file: the third exercise is graded all the same.
    let broken = with_body("relu", "compile_error!(\"mend me\")");
    fs::write(tree.file("relu"), &broken).expect("written");
    fs::remove_file(tree.file("tanh")).expect("removed");
    tree.put("sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))");
    let ran = grader_in(&tree, &["bench", "relu", "sigmoid", "--rounds", "1"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let of_relu = "ReLU     yours      does not compile: `cargo grade` says why\n";
    assert!(ran.stdout.contains(of_relu) && ran.stdout.contains("Sigmoid  yours      █"), "{}", ran.stdout);
    let ran = grader_in(&tree, &["tour"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stderr.contains("Without ReLU, whose file can't be built"), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("Without Tanh, ") && !ran.stderr.contains("Without Sigmoid"),
        "{}",
        ran.stderr
    );
    assert!(ran.stdout.contains("Side by side"), "{}", ran.stdout);
    let (_, learns) = ran.stdout.split_once("7. A network that learns").expect("it ends with one");
    assert!(learns.contains("Sigmoid 200") && learns.contains("ReLU: its file does not compile"), "{learns}");
    let ran = grade(&[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    expect_file!["snapshots/own_compile_error.txt"].assert_eq(&ran.stdout);
    assert_eq!(fs::read_to_string(tree.file("relu")).expect("still there"), broken);
    assert!(!tree.file("tanh").exists(), "a deleted file came back");

    // The hint is a command that works.
    let hint = "there is no tanh.rs. To get it back, untouched: cargo reset tanh";
    let ran = grade(&["tanh"]);
    assert!(squeezed(&ran.stdout).contains(hint), "{}", ran.stdout);
    assert_eq!(grader_in(&tree, &["reset", "--", "tanh"]).code, Some(0));
    let report = grade(&["tanh", "--json", "-"]).json();
    assert_eq!(exercise(&report, "tanh")["status"], "not_started", "{report:#}");

    // What is refused when it is handed in is refused at home, in the same words.
    tree.put("relu", "let _ = || unsafe { 1 }; x.clone()");
    let ran = grade(&["relu", "sigmoid"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("refused: `unsafe` in line 7"), "{}", ran.stdout);
    assert!(ran.stdout.contains("0 / 30  refused") && ran.stdout.contains("35 / 35  done"), "{}", ran.stdout);
    let ran = grade(&["relu", "--plot"]);
    assert!(squeezed(&ran.stdout).contains("yours: its file was refused, and not run"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("does not compile"), "{}", ran.stdout);

    // A given file is broken: exercises are graded without that.
    let module = tree.join("exercises/src/functional.rs");
    let given = fs::read_to_string(&module).expect("readable");
    fs::write(&module, "nonsense").expect("written");
    fs::write(tree.join("exercises/src/helper.rs"), "").expect("written");
    let ran = grade(&["sigmoid"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("35 / 35  done"), "{}", ran.stdout);
    assert!(ran.stdout.contains("! exercises/src/functional.rs is not as you got it."), "{}", ran.stdout);
    let ran = grader_in(&tree, &["reset", "given"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("to take it back: cp "), "{}", ran.stdout);
    assert_eq!(fs::read_to_string(&module).expect("readable"), given);
    let kept = |name: &str| fs::read_to_string(tree.join(".kept").join(name)).ok();
    assert_eq!(
        (kept("functional-1.rs").as_deref(), kept("helper-1.rs").as_deref()),
        (Some("nonsense"), Some(""))
    );
    assert!(!tree.join("exercises/src/helper.rs").exists());
    assert!(grader_in(&tree, &["reset", "given"]).stdout.contains("nothing was changed"));

    tree.put("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    tree.put("tanh", "x.mapv(f32::tanh)");
    tree.put("sigmoid", "std::process::exit(0)");
    let ran = grader_in(&tree, &["bench", "sigmoid", "--rounds", "1", "--json"]);
    let times = &ran.json()[0]["exercises"][0];
    assert_eq!(times["yours"]["none"], "no answer: the program ended with exit code 0");
    assert!(times["reference"]["nanoseconds"].as_f64().is_some_and(|time| time > 0.0), "{ran:?}");
    tree.put("sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))");
    let ran = grade(&["--fail-under", "100"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    expect_file!["snapshots/complete.txt"].assert_eq(&ran.stdout);

    a_specimen_is_what_it_says(&tree);
}

/// A text in one line, however it was wrapped.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A specimen of which something else comes than its file says is a miss, whichever way.
fn a_specimen_is_what_it_says(tree: &std::path::Path) {
    let specimen = tree.join("grader/instructor/specimens/wrong/relu/absolute.rs");
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

/// What is graded at home is what is graded in class: with given files as they were given.
#[test]
fn a_changed_given_file_changes_no_grade() {
    let tree = Tree::fresh();
    let grade = |more: &[&str]| grader_in(&tree, &[&["grade", "relu", "--seed", "1"], more].concat());
    let math = tree.join("exercises/src/math.rs");
    let given = fs::read_to_string(&math).expect("readable");
    let helper = "\npub fn positive(v: f32) -> f32 {\n    if v < 0.0 { 0.0 } else { v }\n}\n";
    fs::write(&math, given.replace('\n', "\r\n") + helper).expect("written");
    fs::write(tree.join("exercises/src/helper.rs"), "").expect("written");
    fs::write(tree.join("exercises/src/relu.rs~"), "").expect("written");
    tree.put("relu", "x.mapv(crate::math::positive)");
    let ran = grade(&[]);
    let said = squeezed(&ran.stdout);
    for words in [
        "0 / 30 points",
        "cannot find value `positive` in module `crate::math`",
        "! exercises/src/math.rs is not as you got it.",
        "! exercises/src/helper.rs was not there when you got the exercises.",
        "your exercises are graded without that change, here as in class. To undo it, with yours kept in .kept/: cargo reset given",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("relu.rs~"), "{said}");
    let report = grade(&["--json", "-"]).json();
    assert_eq!(report["changed_given"][0]["file"], "exercises/src/math.rs", "{report:#}");
    let markdown = grade(&["--format", "markdown"]).stdout;
    assert!(markdown.contains("exercises/src/math.rs is not as you got it"), "{markdown}");

    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::copy(tree.file("relu"), folder.path().join("relu.rs")).expect("copied");
    let submitted = grade(&["--json", "-", "--submission", &folder.path().to_string_lossy()]).json();
    let statuses = |report: &serde_json::Value| exercise(report, "relu")["checks"].clone();
    assert_eq!((&submitted["score"], statuses(&submitted)), (&report["score"], statuses(&report)));
    assert_eq!(submitted["changed_given"], serde_json::json!([]));

    fs::write(&math, given.replace('\n', "\r\n")).expect("written");
    fs::remove_file(tree.join("exercises/src/helper.rs")).expect("removed");
    let ran = grade(&["--json", "-"]);
    assert_eq!(ran.json()["changed_given"], serde_json::json!([]), "other ends of lines are no change");
}

/// A dependency more does not compile where the manifest is the given one, at home as in class.
#[test]
fn a_changed_manifest_changes_no_grade() {
    let tree = Tree::fresh();
    let path = tree.join("exercises/Cargo.toml");
    let given = fs::read_to_string(&path).expect("readable");
    let grade = |manifest: &str| {
        fs::write(&path, manifest).expect("written");
        let ran = grader_in(&tree, &["grade", "relu", "--seed", "1", "--json", "-"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        ran.json()
    };
    tree.put("relu", "let _ = textwrap::dedent(\"\"); x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    let more = given.replace("[dependencies]\n", "[dependencies]\ntextwrap.workspace = true\n");
    let says = |report: &serde_json::Value| {
        assert_eq!(exercise(report, "relu")["status"], "not_compiled", "{report:#}");
        assert_eq!(report["changed_given"].as_array().map(Vec::len), Some(1), "{report:#}");
        report["changed_given"][0]["says"].as_str().expect("a text").to_owned()
    };
    let what = "exercises/Cargo.toml is not as you got it (dependencies.textwrap).";
    assert!(says(&grade(&more)).starts_with(what));

    // Where there are no solutions, the copy that was handed out is gone by.
    let stubs = tree.join("grader/stubs");
    mirror(&tree.join("exercises/src"), &stubs, &[]).expect("copied");
    let relu = with_body("relu", "todo!()");
    write_if_changed(&stubs.join("activations/relu.rs"), relu.as_bytes()).expect("written");
    write_if_changed(&stubs.join("exercises.toml"), given.as_bytes()).expect("written");
    assert!(says(&grade(&more)).starts_with(what));
    fs::remove_dir_all(stubs).expect("removed");

    // A comment and other ends of lines change nothing that is built.
    tree.put("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    let report = grade(&("# Mine.\n".to_owned() + &given).replace('\n', "\r\n"));
    assert_eq!((&report["changed_given"], &report["score"]), (&serde_json::json!([]), &30.into()));
}

/// What the frame of a file has lost is named, and where a file is that is not in its place.
#[test]
fn a_broken_frame_is_named() {
    let tree = Tree::fresh();
    let given = fs::read_to_string(tree.file("relu")).expect("readable");
    let said = |text: &str| {
        fs::write(tree.file("relu"), text).expect("written");
        squeezed(&grader_in(&tree, &["grade", "relu"]).stdout)
    };
    for (text, words) in [
        (
            given.replace("ReLU;", "Relu;").replace("for ReLU", "for Relu"),
            "The struct has to be called `ReLU`, and in line 42",
        ),
        (given.replace("impl Layer for ReLU", "impl ReLU"), "The line `impl Layer for ReLU {` is gone"),
        (
            given.replace("x: &Tensor", "x: &mut Tensor"),
            "has to stay `fn forward(&self, x: &Tensor) -> Tensor`",
        ),
        (
            String::new(),
            "relu.rs is empty. To get the file as it was, with yours kept in .kept/: cargo reset relu",
        ),
        (
            given.replace("todo!(", "x.mapv(|v| v.max(0.0));\n        todo!("),
            "relu.rs:79 still has a `todo!(…)`",
        ),
    ] {
        let screen = said(&text);
        assert!(screen.contains(words), "{words}: {screen}");
        assert!(!screen.contains("Welcome") && !screen.contains("similar name"), "{screen}");
    }
    fs::rename(tree.file("relu"), tree.join("exercises/src/relu.rs")).expect("moved");
    let screen = squeezed(&grader_in(&tree, &["grade", "relu"]).stdout);
    assert!(
        screen.contains("Move it back: mv exercises/src/relu.rs exercises/src/activations/relu.rs"),
        "{screen}"
    );
    assert!(!screen.contains('!'), "{screen}");
}

//! What of a folder is taken for an exercise, and what is left out.

use std::fs;

use expect_test::expect_file;

use crate::support::{
    LESSON, checks_that, exercise, graded, graded_with, grader, shown, submission, with_body,
};

const RELU: (&str, &str) = ("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
const SIGMOID: (&str, &str) = ("sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))");
const TANH: (&str, &str) = ("tanh", "x.mapv(f32::tanh)");

#[test]
fn an_empty_folder_is_a_submission_of_nothing() {
    let folder = submission(&[]);
    fs::write(folder.path().join("notes.pdf"), "%PDF").expect("written");
    let report = graded_with(1, folder.path());
    assert_eq!((&report["score"], &report["subject"]), (&0.into(), &"submission".into()));
    assert_eq!(report["empty"], "no relu.rs, sigmoid.rs or tanh.rs; there is notes.pdf");
    for name in LESSON {
        assert_eq!(exercise(&report, name)["status"], "missing");
        assert_eq!(
            checks_that(&report, name, "no_file").len(),
            exercise(&report, name)["checks"].as_array().map_or(0, Vec::len)
        );
    }
    // Systems that grade get a whole file of results that says why.
    let path = folder.path().to_string_lossy();
    let results = |format| grader(&["grade", "--submission", &path, "--format", format]);
    let gradescope = results("gradescope").json();
    assert_eq!(gradescope["score"], 0);
    assert!(gradescope["output"].as_str().is_some_and(|text| text.contains("there is notes.pdf")));
    let prairielearn = results("prairielearn").json();
    assert_eq!((&prairielearn["gradable"], &prairielearn["score"]), (&false.into(), &0.0.into()));
    assert!(prairielearn["format_errors"][0].as_str().is_some_and(|text| text.contains("notes.pdf")));
}

#[test]
fn a_file_that_is_not_utf8_does_not_compile() {
    let folder = submission(&[SIGMOID]);
    fs::write(folder.path().join("relu.rs"), b"\xff\xfe\x00").expect("written");
    let report = graded(folder.path());
    assert_eq!(
        (&exercise(&report, "relu")["status"], &report["score"]),
        (&"not_compiled".into(), &35.into())
    );
}

#[test]
fn files_are_found_where_they_usually_lie_and_nothing_else_is_taken() {
    for place in ["activations", "src/activations", "exercises/src/activations"] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let inner = folder.path().join(place);
        fs::create_dir_all(&inner).expect("made");
        fs::write(inner.join("relu.rs"), with_body(RELU.0, RELU.1)).expect("written");
        fs::write(inner.join("mod.rs"), "compile_error!(\"taken\");").expect("written");
        fs::write(folder.path().join("Cargo.toml"), "nonsense").expect("written");
        assert_eq!(graded(folder.path())["score"], 30, "{place}");
    }
}

#[test]
fn a_single_file_is_a_submission_of_its_exercise() {
    let folder = submission(&[RELU, TANH]);
    let report = graded(&folder.path().join("tanh.rs"));
    assert_eq!((&report["score"], &exercise(&report, "tanh")["status"]), (&35.into(), &"done".into()));
    assert_eq!(exercise(&report, "tanh")["file"], "tanh.rs");
    // The one beside it was not handed in.
    assert_eq!(exercise(&report, "relu")["status"], "missing");
}

#[test]
fn two_files_that_differ_are_not_guessed_between() {
    let folder = submission(&[RELU, SIGMOID]);
    fs::write(folder.path().join("relu (1).rs"), with_body("relu", "x.mapv(f32::abs)")).expect("written");
    let report = graded_with(1, folder.path());
    assert_eq!((&exercise(&report, "relu")["status"], &report["score"]), (&"ambiguous".into(), &35.into()));
    let message = exercise(&report, "relu")["checks"][0]["message"].as_str().expect("a message");
    assert_eq!(message, "2 files could be relu.rs, and they differ: relu.rs, relu (1).rs");
}

#[test]
fn a_file_of_another_name_and_encoding_is_graded_and_the_report_says_so() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text = with_body(RELU.0, RELU.1);
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    fs::create_dir(folder.path().join("hw1")).expect("made");
    fs::write(folder.path().join("hw1/doejane_12345_ReLU-1.rs"), utf16).expect("written");
    let report = graded(folder.path());
    assert_eq!(report["score"], 30);
    assert_eq!(report["taken"][0]["note"], "taken for relu.rs; read as UTF-16");
}

#[test]
#[cfg(unix)]
fn a_link_is_not_a_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let solution = crate::support::root().join("solutions/src/activations/relu.rs");
    std::os::unix::fs::symlink(solution, folder.path().join("relu.rs")).expect("linked");
    assert_eq!(graded_with(1, folder.path())["score"], 0);
}

#[test]
fn what_else_lies_in_a_submission_is_left_out_and_named() {
    let folder = submission(&[RELU]);
    for file in ["Cargo.toml", "build.rs", ".cargo/config.toml"] {
        let file = folder.path().join(file);
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(file, "nonsense").expect("written");
    }
    fs::write(folder.path().join("tanh.rs"), vec![b'/'; 2 << 20]).expect("written");
    expect_file!["snapshots/left_out.txt"].assert_eq(&shown(folder.path()));
    let left_out = &graded(folder.path())["ignored"];
    assert_eq!(left_out.as_array().map(Vec::len), Some(4), "{left_out}");
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let elsewhere = submission(&[RELU, TANH]);
    let folder = submission(&[SIGMOID]);
    std::os::unix::fs::symlink(elsewhere.path().join("relu.rs"), folder.path().join("relu.rs"))
        .expect("a link");
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("activations")).expect("a link");
    let report = graded(folder.path());
    assert_eq!((&report["score"], &exercise(&report, "relu")["status"]), (&35.into(), &"missing".into()));
}

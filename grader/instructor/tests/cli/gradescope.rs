//! An autograder, in a tree of folders laid out as Gradescope's.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use zip::ZipArchive;

use crate::seed::seed;
use crate::support::{grader, with_body};

#[test]
fn an_image_is_built_once_and_grades_without_a_network() {
    // At a path that stays, so that it builds once.
    let image = Path::new(env!("CARGO_TARGET_TMPDIR")).join("autograder");
    let zip = Path::new(env!("CARGO_TARGET_TMPDIR")).join("autograder.zip");
    let ran = grader(&["gradescope", &zip.to_string_lossy()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");

    let mut archive = ZipArchive::new(File::open(zip).expect("written")).expect("an archive");
    for name in ["setup.sh", "run_autograder"] {
        let mode = archive.by_name(name).expect("at the top").unix_mode();
        assert_eq!(mode.map(|mode| mode & 0o777), Some(0o755), "{name}");
    }
    assert!(archive.index_for_name("grader/instructor/hidden/main.rs").is_some());
    let source = image.join("source");
    for part in ["exercises", "grader", "solutions"] {
        let _ = fs::remove_dir_all(source.join(part)); // Of an earlier run.
    }
    archive.extract(&source).expect("unpacked");
    seed(&source.join("target"));
    let submission = image.join("submission");
    fs::create_dir_all(&submission).expect("made");
    fs::write(submission.join("relu.rs"), with_body("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })"))
        .expect("written");

    let run = |script: &str, offline: &str| {
        let ran = Command::new(source.join(script))
            .env("AUTOGRADER", &image)
            .env("CARGO_NET_OFFLINE", offline)
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("CARGO_MANIFEST_DIR")
            .output()
            .expect("started");
        assert!(ran.status.success(), "{script}: {}", String::from_utf8_lossy(&ran.stderr));
    };
    let results = || -> Value {
        let text = fs::read(image.join("results/results.json")).expect("there whatever happens");
        serde_json::from_slice(&text).expect("JSON")
    };
    run("setup.sh", "false");
    run("run_autograder", "true");
    let found = results();
    assert_eq!(found["score"], 35, "hidden checks count: {found:#}");
    let hidden =
        found["tests"].as_array().expect("tests").iter().find(|test| test["name"] == "ReLU: holds out");
    assert!(hidden.is_some_and(|test| test["status"] == "passed"), "{found:#}");

    // Grading itself breaks: students are told that it is not their fault.
    fs::write(source.join("grader/suite/common.toml"), "nonsense").expect("written");
    run("run_autograder", "true");
    let found = results();
    assert_eq!(found["score"], 0, "{found:#}");
    assert!(found["output"].as_str().is_some_and(|text| text.contains("not")), "{found:#}");
}

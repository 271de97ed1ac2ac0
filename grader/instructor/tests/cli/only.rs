//! An assignment of some of the exercises: what is handed out, graded and packed is about these alone.

use std::fs::{self, File};

use tempfile::TempDir;
use zip::ZipArchive;

use crate::class::files;
use crate::support::{grader, grader_in, with_body};

#[test]
fn a_week_hands_out_grades_and_packs_its_own_exercises() {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let ran = grader(&["handout", &at("week"), "--only", "relu,sigmoid"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let week = folder.path().join("week");
    let has = |name: &str| week.join(format!("grader/suite/{name}/exercise.toml")).is_file();
    assert_eq!(["relu", "sigmoid", "tanh", "gelu"].map(has), [true, true, false, false]);
    // Examples run no code, so nothing has to be built there.
    let ran = grader_in(&week, &["examples"]);
    let judged = ran.stdout.contains("ReLU ") && ran.stdout.contains("Sigmoid ");
    assert!(judged && !ran.stdout.to_lowercase().contains("tanh"), "{ran:?}");

    let class = folder.path().join("class/ada");
    fs::create_dir_all(&class).expect("made");
    for (name, body) in [("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })"), ("tanh", "x.mapv(f32::tanh)")]
    {
        fs::write(class.join(format!("{name}.rs")), with_body(name, body)).expect("written");
    }
    let ran = grader(&["grade-class", &at("class"), "--out", &at("grades"), "--only", "sigmoid,relu"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let sheet = fs::read_to_string(folder.path().join("grades/grades.csv")).expect("grades");
    assert!(
        sheet.starts_with("\"student\",\"id\",\"score\",\"max_score\",\"relu\",\"sigmoid\",\"status\""),
        "{sheet}"
    );
    assert!(sheet.contains("\"ada\",\"\",35,75,35,0,\"graded\""), "{sheet}");

    // What is done with these grades later is about the same exercises.
    let before = files(&folder.path().join("grades"));
    for again in [
        &["grade-class", &at("class"), "--out", &at("grades"), "--resume"][..],
        &["regrade", &at("grades")],
        &["similarity", &at("grades"), "--out", &at("similarity")],
    ] {
        let ran = grader(again);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(before == files(&folder.path().join("grades")), "{again:?} changed something");
    }
    assert!(folder.path().join("similarity/dolos/relu/ada.rs").is_file());
    let other = ["grade-class", &at("class"), "--out", &at("grades"), "--resume", "--only", "relu"];
    let ran = grader(&other);
    let says = "holds grades for relu, sigmoid, and not for relu\nhint: leave out --only";
    assert!(ran.code == Some(1) && ran.stderr.contains(says), "{ran:?}");

    // Another week's folder, and nothing of what was graded is in it.
    let tanh = folder.path().join("tanh/ada");
    fs::create_dir_all(&tanh).expect("made");
    fs::copy(class.join("tanh.rs"), tanh.join("tanh.rs")).expect("copied");
    let ran = grader(&["grade-class", &at("tanh"), "--out", &at("grades"), "--resume"]);
    let says = "Had exercises to grade before, and nothing now: ada. Is this the right folder";
    assert!(ran.code == Some(1) && ran.stdout.contains(says), "{ran:?}");

    let ran = grader(&["gradescope", &at("autograder.zip"), "--only", "relu"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let zip = ZipArchive::new(File::open(at("autograder.zip")).expect("written")).expect("an archive");
    let packed = |name: &str| zip.index_for_name(&format!("grader/suite/{name}/exercise.toml")).is_some();
    assert_eq!(["relu", "sigmoid", "tanh"].map(packed), [true, false, false]);
}

#[test]
fn what_is_no_assignment_is_refused() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out").to_string_lossy().into_owned();
    for command in [&["handout", &out][..], &["gradescope", &out], &["grade-class", "class", "--out", &out]] {
        for (only, says) in [
            (
                "gelu",
                "`gelu` is beyond the core, whose points are no part of the score\nhint: name one of relu,",
            ),
            ("relu,sigmoyd", "no exercise `sigmoyd`\nhint: Did you mean `sigmoid`?"),
        ] {
            let ran = grader(&[command, &["--only", only]].concat());
            assert!(ran.code == Some(2) && ran.stderr.contains(says), "{command:?}: {ran:?}");
            assert!(!folder.path().join("out").exists());
        }
    }
}

//! A class in which everybody hands in something else, and nobody may vanish or get a wrong grade.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use tempfile::TempDir;

use crate::intake::{Files, put, shapes, stub, tar_gz, three, written, zip};
use crate::support::grader;

/// What course systems put at the top of a folder, beside folders that somebody named.
fn downloads() -> Files {
    let mut files: Files = Vec::new();
    for (number, name) in ["relu", "sigmoid", "tanh"].into_iter().enumerate() {
        files.push((format!("doejane_12345_{}_{name}.rs", 678_910 + number), written(name)));
        files.push((format!("poevirginia_LATE_22345_{}_{name}-1.rs", 778_910 + number), written(name)));
    }
    let stubs: Files = vec![("relu.rs".into(), stub("relu"))];
    files.extend([
        ("roemax_33333_1001_hw.zip".into(), zip(&stubs)),
        ("roemax_LATE_33333_2001_hw-1.zip".into(), zip(&three("NAME.rs"))),
        ("handed_out.zip".into(), zip(&three("activations/exercises/src/activations/NAME.rs"))),
        ("tarred.tar.gz".into(), tar_gz(&three("hw/NAME.rs"))),
        ("seven.7z".into(), b"7z".to_vec()),
        ("damaged.zip".into(), b"PK\x03\x04 no more".to_vec()),
        ("twice.zip".into(), zip(&three("NAME.rs"))),
        ("notes.txt".into(), b"notes".to_vec()),
        ("stray.rs".into(), b"fn main() {}".to_vec()),
        ("__MACOSX/._twice.zip".into(), b"x".to_vec()),
        ("Ada Lovelace_1234567_assignsubmission_file_/hw.zip".into(), zip(&three("NAME.rs"))),
        ("submission_99/relu.rs".into(), written("relu")),
        (
            "submission_metadata.yml".into(),
            b"submission_99:\n  :submitters:\n  - :name: Zo\xc3\xab, Jr.\n    :sid: '007'\n    :email: zoe@uni.example\n  \
              :created_at: 2026-11-24 17:00:00 Z\n"
                .to_vec(),
        ),
    ]);
    // Two names that a careless file name would make one, and names that act on who reads them.
    for name in ["twice", "Smith (10)", "Smith %2810%29", "=1;x"] {
        files.extend(three(&format!("{name}/NAME.rs")));
    }
    files
}

/// Names that not every system takes for files.
fn foreign(class: &Path) {
    use std::os::unix::fs::symlink;

    for name in
        ["<b>x</b>|[y](z)".replace('/', "\u{2215}").as_str(), "\u{200b}", "esc\u{1b}[31mred", "Ada", "ADA"]
    {
        put(class, &vec![(format!("{name}/relu.rs"), written("relu"))]);
    }
    symlink("/etc", class.join("link")).expect("linked");
    let made = std::process::Command::new("mkfifo").arg(class.join("eve.zip")).status();
    assert!(made.expect("mkfifo").success());
}

#[test]
fn nobody_vanishes_and_every_grade_is_as_meant() {
    let folder = TempDir::new().expect("a folder");
    let (class, out) = (folder.path().join("class"), folder.path().join("grades"));
    put(&class, &downloads());
    for (number, (title, files)) in shapes().into_iter().enumerate() {
        let name: String = title.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
        let name = format!("{:02} {name}", number + 1);
        fs::create_dir_all(class.join(&name)).expect("made");
        put(&class.join(name), &files);
    }
    foreign(&class);
    let (class, out_text) = (class.to_string_lossy(), out.to_string_lossy());
    let ran = grader(&["grade-class", &class, "--out", &out_text, "--seed", "1"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("\nNot graded\n"), "somebody has no grade, and nothing says so: {ran:?}");
    assert!(!(ran.stdout.clone() + &ran.stderr).contains('\u{1b}'), "a name acts on the terminal");

    let mut table = String::new();
    let mut grades = csv::Reader::from_path(out.join("grades.csv")).expect("grades");
    for line in grades.records().map(|line| line.expect("a line")) {
        let cell = |at: usize| line.get(at).unwrap_or_default();
        let who = [cell(0), cell(1), cell(8), cell(9)].into_iter().filter(|cell| !cell.is_empty());
        let who: Vec<&str> = who.collect();
        writeln!(table, "{:>3} {:9} {}", cell(2), cell(7), who.join(", ")).expect("a text");
        cell(10).split("; ").filter(|said| !said.is_empty()).for_each(|said| {
            writeln!(table, "              {said}").expect("a text");
        });
    }
    let (_, nobodys) = ran.stdout.split_once("because it is nobody's\n").expect("strays are listed");
    let (nobodys, _) = nobodys.split_once("\nThe grades are").expect("an end");
    table += &format!("\nnobody's\n{nobodys}");
    expect_file!["snapshots/messy_class.txt"].assert_eq(&table);

    // A grade book gets those who were graded, and no 0 for those who were not.
    for file in ["grades-canvas.csv", "grades-nbgrader.csv"] {
        let text = fs::read_to_string(out.join(file)).expect("there");
        for (cell, is_there) in
            [("12345", true), ("\"seven\"", false), ("\"damaged\"", false), ("\"34 nothing\"", false)]
        {
            assert_eq!(text.contains(cell), is_there, "{cell} in {file}: {text}");
        }
    }
    let summary = fs::read_to_string(out.join("summary.md")).expect("there");
    assert!(!summary.contains("<b>") && !summary.contains("[y]("), "{summary}");
}

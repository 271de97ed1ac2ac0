//! Which files are found in what people hand in. Nothing is compiled here.

use std::fs::{self, File};
use std::io::{Cursor, Write};
use std::path::Path;

use expect_test::expect_file;
use flate2::Compression;
use flate2::write::GzEncoder;
use instructor::intake;
use student::stubs;
use student::submission::{Submission, left_out};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{LESSON, root, rubric, with_body};

/// Files by their paths.
pub type Files = Vec<(String, Vec<u8>)>;

/// An exercise's file as somebody wrote it: right.
pub fn written(exercise: &str) -> Vec<u8> {
    let body = match exercise {
        "relu" => "x.mapv(|v| if v < 0.0 { 0.0 } else { v })",
        "sigmoid" => "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))",
        _ => "x.mapv(f32::tanh)",
    };
    with_body(exercise, body).into_bytes()
}

/// Another one.
fn other(exercise: &str) -> Vec<u8> {
    with_body(exercise, "x * 2.0").into_bytes()
}

/// An exercise's file as it was handed out.
pub fn stub(exercise: &str) -> Vec<u8> {
    let solution = fs::read_to_string(root().join(format!("solutions/src/activations/{exercise}.rs")));
    stubs::strip(&solution.expect("the reference")).expect("a stub").into_bytes()
}

/// The three exercises, each at the path that `place` makes of its name.
pub fn three(place: &str) -> Files {
    LESSON.map(|name| (place.replace("NAME", name), written(name))).into()
}

fn more(mut files: Files, others: &[(&str, &[u8])]) -> Files {
    files.extend(others.iter().map(|(path, content)| ((*path).to_owned(), content.to_vec())));
    files
}

pub fn zip(files: &Files) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files {
        zip.start_file(path.as_str(), SimpleFileOptions::default()).expect("started");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("finished").into_inner()
}

pub fn tar_gz(files: &Files) -> Vec<u8> {
    let mut tar = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    for (path, content) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        tar.append_data(&mut header, path, &content[..]).expect("appended");
    }
    tar.into_inner().and_then(GzEncoder::finish).expect("finished")
}

pub fn put(folder: &Path, files: &Files) {
    for (path, content) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        File::create(path).and_then(|mut file| file.write_all(content)).expect("written");
    }
}

/// What is found, in lines.
fn found(submission: &Submission) -> String {
    let mut text = String::new();
    for exercise in rubric().exercises.iter().filter(|exercise| LESSON.contains(&&*exercise.name)) {
        let name = &exercise.name;
        text += &match (submission.files.get(name), submission.ambiguous.get(name)) {
            (Some(written), _) => {
                let stub = if written.content == stub(name) { ", a stub" } else { "" };
                format!("    {name:8} {}{stub}\n", written.path)
            }
            (None, Some(files)) => format!("    {name:8} one of {}?\n", files.join(", ")),
            (None, None) => format!("    {name:8} -\n"),
        };
    }
    let taken = submission.taken.iter().map(|taken| format!("    {}: {}\n", taken.file, taken.note));
    text.extend(taken);
    text.extend(left_out(&submission.ignored).iter().map(|sentence| format!("    {sentence}\n")));
    if submission.is_empty() {
        text += &format!("    empty: {}\n", submission.why_empty());
    }
    text
}

fn shape(title: &str, files: &Files) -> String {
    let folder = TempDir::new().expect("a folder");
    put(folder.path(), files);
    let read = intake::read(folder.path(), &rubric().exercises).expect("read");
    format!("{title}\n{}", found(&read))
}

fn utf16(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(text.to_vec()).expect("text");
    [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// What one person hands in, in every shape that was met.
pub fn shapes() -> Vec<(&'static str, Files)> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    let latin1 = |bytes: Vec<u8>| [b"// caf\xe9\n", &bytes[..]].concat();
    let relu = written("relu");
    let handout = more(
        three("activations/exercises/src/activations/NAME.rs"),
        &[
            ("activations/Cargo.toml", b"[workspace]"),
            ("activations/exercises/Cargo.toml", b"[package]"),
            ("activations/exercises/src/lib.rs", b"mod activations;"),
            ("activations/exercises/src/activations/mod.rs", b"mod relu;"),
            ("activations/grader/Cargo.toml", b"[package]"),
            ("activations/grader/suite/common.toml", b"x"),
            ("activations/grader/src/diagnose/relu.rs", b"fn slips() {}"),
            ("activations/grader/suite/relu/mod.rs", b"fn checks() {}"),
            ("activations/grader/stubs/relu.rs", &stub("relu")),
            ("activations/target/debug/relu.rs", b"struct ReLU; fn built() {}"),
        ],
    );
    vec![
        ("the three files", three("NAME.rs")),
        ("activations/", three("activations/NAME.rs")),
        ("src/activations/", three("src/activations/NAME.rs")),
        ("exercises/src/activations/", three("exercises/src/activations/NAME.rs")),
        ("exercises/src/", three("exercises/src/NAME.rs")),
        ("the handout, as a folder in the folder", handout.clone()),
        ("the handout, as a .zip in the folder", vec![("hw.zip".into(), zip(&handout))]),
        ("four folders deep", three("a/b/c/d/NAME.rs")),
        ("a folder an exercise", three("NAME/NAME.rs")),
        ("a folder beside a readme", more(three("hw1/NAME.rs"), &[("readme.txt", b"hello")])),
        (
            "hw1/ beside old/, which is the same but for one that is not finished",
            more(three("hw1/NAME.rs"), &[("old/relu.rs", &relu), ("old/tanh.rs", &stub("tanh"))]),
        ),
        ("hw1/ beside old/, which differs", more(three("hw1/NAME.rs"), &[("old/relu.rs", &other("relu"))])),
        (
            "an old stub on top and the real one below",
            more(three("exercises/src/activations/NAME.rs"), &[("relu.rs", &stub("relu"))]),
        ),
        ("nothing but stubs", vec![("relu.rs".into(), stub("relu")), ("old/relu.rs".into(), stub("relu"))]),
        ("ReLU.rs and tanh.RS", vec![("ReLU.rs".into(), relu.clone()), ("tanh.RS".into(), written("tanh"))]),
        ("my_relu.rs", three("my_NAME.rs")),
        ("relu (1).rs", three("NAME (1).rs")),
        ("relu.rs and relu (1).rs", more(three("NAME.rs"), &[("relu (1).rs", &other("relu"))])),
        ("relu.rs.txt", three("NAME.rs.txt")),
        ("Canvas", three("doejane_12345_678910_NAME.rs")),
        ("Canvas, late and again", three("doejane_LATE_12345_678910_NAME-1.rs")),
        (
            "other names, with the types in them",
            vec![("solution.rs".into(), relu.clone()), ("exercise2.rs".into(), written("tanh"))],
        ),
        (
            "all in one file",
            vec![("all.rs".into(), LESSON.map(|name| text(written(name))).concat().into_bytes())],
        ),
        (
            "tests of one's own, and a helper",
            more(
                three("exercises/src/activations/NAME.rs"),
                &[
                    ("exercises/tests/relu.rs", b"#[test] fn mine() {}"),
                    ("exercises/src/activations/helpers.rs", b"pub fn help() {}"),
                ],
            ),
        ),
        (
            "a type of another name",
            vec![("relu.rs".into(), text(relu.clone()).replace("ReLU", "Relu").into())],
        ),
        (
            "UTF-16, Latin-1, bare CR",
            vec![
                ("relu.rs".into(), utf16(&relu)),
                ("sigmoid.rs".into(), latin1(written("sigmoid"))),
                ("tanh.rs".into(), text(written("tanh")).replace('\n', "\r").into()),
            ],
        ),
        ("a zip in a Moodle folder", vec![("work.zip".into(), zip(&three("hw/NAME.rs")))]),
        ("zip in zip", vec![("a.zip".into(), zip(&vec![("b.ZIP".into(), zip(&three("NAME.rs")))]))]),
        ("tar.gz", vec![("work.tar.gz".into(), tar_gz(&three("hw/NAME.rs")))]),
        (
            "zip of Windows",
            vec![("w.zip".into(), zip(&three("activations\\exercises\\src\\activations\\NAME.rs")))],
        ),
        (
            "zip of macOS",
            vec![(
                "m.zip".into(),
                zip(&more(three("NAME.rs"), &[("__MACOSX/._relu.rs", b"x"), ("._relu.rs", b"x")])),
            )],
        ),
        ("7z and rar", vec![("a.7z".into(), b"7z".to_vec()), ("b.RAR".into(), b"Rar!".to_vec())]),
        (
            "something else",
            vec![("notes.pdf".into(), b"%PDF".to_vec()), ("main.rs".into(), b"fn main() {}".to_vec())],
        ),
        ("nothing", vec![]),
        ("a damaged zip beside the files", more(three("NAME.rs"), &[("work.zip", b"PK\x03\x04 no more")])),
        ("a large file", vec![("relu.rs".into(), vec![b'/'; 2 << 20])]),
    ]
}

#[test]
fn every_shape_that_people_hand_in() {
    let table: Vec<String> = shapes().iter().map(|(title, files)| shape(title, files)).collect();
    expect_file!["snapshots/intake.txt"].assert_eq(&table.join("\n"));
}

#[test]
fn one_file_an_archive_and_several_of_both_are_read_like_a_folder() {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    put(
        folder.path(),
        &vec![
            ("hw.zip".into(), zip(&three("hw/NAME.rs"))),
            ("hw.tgz".into(), tar_gz(&three("hw/NAME.rs"))),
            ("one/tanh.rs".into(), written("tanh")),
            ("d_1_2_relu.rs".into(), written("relu")),
            ("d_1_3_notes.txt".into(), b"notes".to_vec()),
            ("broken.zip".into(), b"no zip".to_vec()),
            ("a.rar".into(), b"Rar!".to_vec()),
        ],
    );
    let exercises = &rubric().exercises;
    for archive in ["hw.zip", "hw.tgz"] {
        let read = intake::read(&at(archive), exercises).expect("read");
        assert_eq!(read.files["relu"].path, "hw/relu.rs");
        assert_eq!((read.files.len(), read.taken.len(), read.ignored.len()), (3, 0, 0));
    }
    let one = intake::read(&at("d_1_2_relu.rs"), exercises).expect("read");
    assert_eq!((one.files["relu"].path.as_str(), one.files.len()), ("d_1_2_relu.rs", 1));
    let several = ["d_1_2_relu.rs", "d_1_3_notes.txt", "one", "broken.zip"].map(at);
    let several = intake::read_many(&several, exercises).expect("read");
    assert_eq!(several.files["tanh"].path, "one/tanh.rs");
    assert_eq!((several.files.len(), several.ignored.len()), (2, 1));
    assert!(several.ignored[0].why.contains("damaged"), "{:?}", several.ignored);

    let refused = |path: &str| intake::read(&at(path), exercises).expect_err("refused").to_string();
    assert!(refused("broken.zip").starts_with("broken.zip is damaged"), "{}", refused("broken.zip"));
    assert!(refused("absent").contains("does not exist\nhint: "));
    let notes = intake::read(&at("d_1_3_notes.txt"), exercises).expect("read");
    assert!(notes.is_empty());
    assert_eq!(notes.why_empty(), "no relu.rs, sigmoid.rs or tanh.rs; there is d_1_3_notes.txt");
    let rar = intake::read(&at("a.rar"), exercises).expect("read");
    assert!(rar.why_empty().contains("a.rar (cannot be opened: "), "{}", rar.why_empty());
}

//! A whole class, with all that people hand in.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use grader::rubric::Track;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{LESSON, Ran, grader, root, rubric, target, with_body};

pub const RELU: &str = "x.mapv(|v| if v < 0.0 { 0.0 } else { v })";

pub fn folder(class: &Path, name: &str, bodies: &[(&str, &str)]) {
    fs::create_dir_all(class.join(name)).expect("made");
    for (exercise, body) in bodies {
        fs::write(class.join(name).join(format!("{exercise}.rs")), with_body(exercise, body))
            .expect("written");
    }
}

fn archive(class: &Path, name: &str, entries: &[(&str, &[u8])]) {
    let mut zip = ZipWriter::new(File::create(class.join(name)).expect("created"));
    for (path, content) in entries {
        zip.start_file(*path, SimpleFileOptions::default()).expect("started");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("finished");
}

fn grade(class: &Path, out: &Path, more: &[&str]) -> Ran {
    let (class, out) = (class.to_string_lossy(), out.to_string_lossy());
    grader(&[&["grade-class", &class, "--out", &out], more].concat())
}

/// The lines of a sheet, by the student's name.
fn sheet(out: &Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut table = csv::Reader::from_path(out.join("grades.csv")).expect("grades");
    let rubric = rubric();
    let names = |track| rubric.of(track).map(|exercise| exercise.name.as_str()).collect::<Vec<_>>().join(",");
    let headers = table.headers().expect("headers").clone();
    assert_eq!(
        headers.iter().collect::<Vec<_>>().join(","),
        format!(
            "student,id,score,max_score,{},status,late,submitted,note,beyond,max_beyond,{}",
            names(Track::Core),
            names(Track::Beyond)
        )
    );
    let cells = |line: csv::StringRecord| -> BTreeMap<String, String> {
        headers.iter().zip(&line).map(|(header, cell)| (header.to_owned(), cell.to_owned())).collect()
    };
    table
        .records()
        .map(|line| cells(line.expect("a line")))
        .map(|line| (line["student"].clone(), line))
        .collect()
}

/// Every file below a folder, and what is in it.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside").display().to_string();
                found.insert(name, fs::read(path).expect("readable"));
            }
        }
    }
    found
}

#[test]
fn ones_trouble_is_nobody_elses() {
    let class = TempDir::new().expect("a folder");
    let relu = with_body("relu", RELU);
    let class = class.path();
    folder(
        class,
        "Ada Lovelace",
        &[("relu", RELU), ("sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))"), ("tanh", "x.mapv(f32::tanh)")],
    );
    folder(class, "=1+1, \"Ålice\"", &[("relu", RELU)]);
    folder(class, "leaves", &[("relu", "std::process::exit(0)"), ("tanh", "x.mapv(f32::tanh)")]);
    folder(class, "hangs", &[("relu", "loop {}"), ("tanh", "x.mapv(f32::tanh)")]);
    folder(class, "breaks", &[("relu", "nonsense"), ("tanh", "x.mapv(f32::tanh)")]);
    folder(class, "nothing", &[]);
    archive(class, "packed.zip", &[("relu.rs", relu.as_bytes())]);
    archive(
        class,
        "wrapped.ZIP",
        &[
            ("repo-main/exercises/src/activations/relu.rs", relu.as_bytes()),
            ("repo-main/Cargo.toml", b"[package]"),
        ],
    );
    archive(class, "climbs.zip", &[("../../climbed/relu.rs", relu.as_bytes()), ("/climbed/tanh.rs", b"")]);
    archive(class, "bomb.zip", &[("relu.rs", &vec![b' '; 50_000_000])]);
    fs::write(class.join("damaged.zip"), "no archive at all").expect("written");
    archive(class, "locked.zip", &[("relu.rs", b"secret")]);
    encrypt(&class.join("locked.zip"));
    folder(class, "twice", &[("relu", RELU)]);
    archive(class, "twice.zip", &[("relu.rs", relu.as_bytes())]);
    fs::write(class.join("readme.txt"), "not a student").expect("written");
    fs::create_dir(class.join(".git")).expect("made");

    let out = TempDir::new().expect("a folder");
    let out = out.path().join("grades");
    let ran = grade(class, &out, &["--seed", "1"]);
    assert_eq!(ran.code, Some(0), "{ran:?}"); // Three can never be graded, which another try would not change.
    let sheet = sheet(&out);
    let line = |student: &str| sheet.get(student).unwrap_or_else(|| panic!("{student} in {sheet:?}"));
    let row = |student: &str| {
        ["score", "relu", "sigmoid", "tanh", "status"].map(|column| line(student)[column].clone())
    };
    assert_eq!(sheet.len(), 13, "{sheet:?}");
    assert_eq!(row("Ada Lovelace"), ["115", "35", "40", "40", "graded"]);
    assert_eq!(row("'=1+1, \"Ålice\""), ["35", "35", "0", "0", "graded"]);
    for student in ["leaves", "hangs", "breaks"] {
        assert_eq!(row(student), ["40", "0", "0", "40", "graded"]);
    }
    assert_eq!(row("nothing"), ["0", "0", "0", "0", "empty"]);
    assert_eq!(row("packed"), row("wrapped"));
    assert_eq!(row("packed"), ["35", "35", "0", "0", "graded"]);
    assert_eq!(row("climbs")[0], "0");
    assert_eq!(row("bomb")[0], "0");
    for (student, word) in [
        ("breaks", "ReLU does not compile"),
        ("wrapped", "Left out: repo-main/Cargo.toml"),
        ("bomb", "larger than a MiB"),
        ("damaged", "damaged"),
        ("locked", "encrypted"),
        ("twice", "more than one submission: twice, twice.zip"),
    ] {
        assert!(line(student)["note"].contains(word), "{student}: {}", line(student)["note"]);
    }
    assert_eq!(row("twice"), ["0", "0", "0", "0", "failed"]);
    assert!(ran.stdout.contains("Not graded") && ran.stdout.contains("locked: "), "{}", ran.stdout);

    checks_add_up(&out, &sheet);
    let kept = files(&out);
    for file in [
        "summary.md",
        "grades-canvas.csv",
        "grades-nbgrader.csv",
        "students/Ada Lovelace/report.md",
        "students/Ada Lovelace/report.html",
        "instructor/index.html",
    ] {
        assert!(kept.contains_key(file), "{file} in {:?}", kept.keys());
    }
    for (file, content) in kept.iter().filter(|(file, _)| file.starts_with("students/")) {
        let text = String::from_utf8_lossy(content);
        assert!(!text.contains("\"seed\": 1") && !text.contains("instructor"), "{file}: {text}");
    }
    assert!(!class.parent().expect("a folder").join("climbed").exists());
}

/// A student's checks are worth the score, and are empty where there is no grade.
fn checks_add_up(out: &Path, sheet: &BTreeMap<String, BTreeMap<String, String>>) {
    let mut table = csv::Reader::from_path(out.join("grades-checks.csv")).expect("points of checks");
    let heads = table.headers().expect("headers").clone();
    assert!(heads.len() > 20 && heads.iter().any(|head| head == "relu::is_zero_at_zero"), "{heads:?}");
    let lines: Vec<csv::StringRecord> = table.records().map(|line| line.expect("a line")).collect();
    assert_eq!(lines.len(), sheet.len());
    for line in lines {
        let (student, core) =
            (&sheet[&line[0]], |head: &str| LESSON.iter().any(|name| head.split("::").next() == Some(name)));
        let cells: Vec<&str> =
            heads.iter().zip(&line).filter(|(head, _)| core(head)).map(|(_, cell)| cell).collect();
        if student["status"] == "graded" {
            let points: u32 = cells.iter().map(|cell| cell.parse::<u32>().expect("points")).sum();
            assert_eq!(points.to_string(), student["score"], "{line:?}");
        } else {
            assert!(cells.iter().all(|cell| cell.is_empty()), "{line:?}");
        }
    }
}

/// Sets the bit that says so, in both places where it stands.
fn encrypt(path: &Path) {
    let mut bytes = fs::read(path).expect("readable");
    for (signature, flags) in [(*b"PK\x03\x04", 6), (*b"PK\x01\x02", 8)] {
        let at = bytes.windows(4).position(|window| window == signature).expect("a header");
        bytes[at + flags] |= 1;
    }
    fs::write(path, bytes).expect("written");
}

#[test]
fn a_run_that_is_killed_and_gone_on_with_ends_as_an_undisturbed_one() {
    let class = TempDir::new().expect("a folder");
    for number in 0..5 {
        let body = format!("x.mapv(|v| if v < {number}.0 {{ 0.0 }} else {{ v }})");
        // At once, and for every tensor: a search for a smaller one would end where this machine is busy.
        let panics = format!("println!(\"{number}\"); panic!(\"{{}} is one of {number}\", x.len())");
        let broken = format!("compile_error!(\"{number}\")");
        let bodies = [("relu", body.as_str()), ("sigmoid", &panics), ("tanh", &broken)];
        folder(class.path(), &format!("student-{number}"), &bodies[..=number % 3]);
    }
    let out = TempDir::new().expect("a folder");
    let (whole, killed) = (out.path().join("whole"), out.path().join("killed"));
    assert_eq!(grade(class.path(), &whole, &["--seed", "7", "--jobs", "1"]).code, Some(0));

    let mut run = Command::new(env!("CARGO_BIN_EXE_instructor"))
        .args(["grade-class", &class.path().to_string_lossy(), "--seed", "7", "--jobs", "2", "--out"])
        .arg(&killed)
        .current_dir(root())
        .env("CARGO_TARGET_DIR", target())
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("started");
    let mut lines = BufReader::new(run.stderr.take().expect("piped")).lines();
    let second = lines.by_ref().find(|line| line.as_ref().is_ok_and(|line| line.starts_with("[2/5]")));
    assert!(second.is_some());
    run.kill().and_then(|()| run.wait()).expect("killed");
    assert_ne!(files(&whole), files(&killed));
    // Whatever it was at when it was killed.
    fs::write(killed.join("students/.unfinished-x1"), "half of").expect("written");

    let refused = grade(class.path(), &killed, &["--seed", "7"]);
    assert!(refused.code == Some(1) && refused.stderr.contains("--resume"), "{refused:?}");
    let other = grade(class.path(), &killed, &["--seed", "8", "--resume"]);
    assert!(other.code == Some(1) && other.stderr.contains("seed"), "{other:?}");
    assert_eq!(grade(class.path(), &killed, &["--resume"]).code, Some(0));
    let (whole, killed) = (files(&whole), files(&killed));
    assert_eq!(whole.keys().collect::<Vec<_>>(), killed.keys().collect::<Vec<_>>());
    assert_eq!(whole.keys().filter(|file| file.ends_with(".html")).count(), 6);
    for (file, content) in &whole {
        let [whole, killed] = [content, &killed[file]].map(|content| String::from_utf8_lossy(content));
        let other = whole.lines().zip(killed.lines()).find(|(whole, killed)| whole != killed);
        assert!(whole == killed, "{file} is another: {other:?}");
    }
}

/// Whoever hands in nothing any more has no grade, and what was kept of them is not lost.
#[test]
fn whose_folder_is_gone_is_withdrawn_and_comes_back_with_it() {
    let class = TempDir::new().expect("a folder");
    for name in ["ada", "bob"] {
        folder(class.path(), name, &[("relu", RELU)]);
    }
    let out = TempDir::new().expect("a folder");
    let out = out.path().join("grades");
    assert_eq!(grade(class.path(), &out, &["--seed", "1"]).code, Some(0));
    let of = |name: &str| -> BTreeMap<String, Vec<u8>> {
        let is_of = |file: &String| file.split(['/', '.']).any(|part| part == name);
        files(&out).into_iter().filter(|(file, _)| is_of(file)).collect()
    };
    let (ada, bob) = (of("ada"), of("bob"));
    assert!(bob.contains_key("students/bob/report.html") && bob.len() == 7, "{:?}", bob.keys());

    fs::remove_dir_all(class.path().join("bob")).expect("removed");
    let ran = grade(class.path(), &out, &["--resume"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let said = "No longer handed in, and moved to `withdrawn`: bob.";
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
    assert!(!fs::read_to_string(out.join("summary.md")).expect("there").contains("bob"));
    assert_eq!(sheet(&out).into_keys().collect::<Vec<_>>(), ["ada"]);
    let moved = bob.iter().map(|(file, content)| (format!("withdrawn/{file}"), content.clone()));
    assert_eq!(
        of("bob").keys().collect::<Vec<_>>(),
        moved.clone().collect::<BTreeMap<_, _>>().keys().collect::<Vec<_>>()
    );
    assert!(of("bob") == moved.collect(), "what was kept is another");
    assert!(of("ada") == ada, "another student's was touched");

    folder(class.path(), "bob", &[("relu", RELU)]);
    assert_eq!(grade(class.path(), &out, &["--resume"]).code, Some(0));
    assert_eq!(sheet(&out)["bob"]["score"], "35");
    assert!(bob.iter().all(|(file, content)| of("bob")[file] == *content), "graded anew, it is another");
}

/// One person's files, where a class's folders were expected.
#[test]
fn loose_exercises_are_no_class_and_the_command_for_them_is_named() {
    let loose = TempDir::new().expect("a folder");
    folder(loose.path(), ".", &[("relu", RELU), ("tanh", "x.mapv(f32::tanh)")]);
    let out = loose.path().join("grades");
    let ran = grade(loose.path(), &out, &[]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let hint = format!("hint: `grade --submission {}` grades them", loose.path().display());
    assert!(ran.stderr.contains("holds one person's exercises") && ran.stderr.contains(&hint), "{ran:?}");
    assert!(!out.exists());
}

#[test]
fn without_students_or_a_place_for_grades_it_says_so() {
    let empty = TempDir::new().expect("a folder");
    let out = empty.path().join("grades");
    for class in [empty.path(), &empty.path().join("absent")] {
        let ran = grade(class, &out, &[]);
        assert!(ran.code == Some(1) && ran.stderr.contains("hint: "), "{ran:?}");
        assert!(!out.exists());
    }
    folder(empty.path(), "ada", &[]);
    fs::write(&out, "somebody's file").expect("written");
    let ran = grade(empty.path(), &out, &[]);
    assert!(ran.code == Some(1) && ran.stderr.contains("cannot write"), "{ran:?}");
    assert_eq!(fs::read(&out).expect("still there"), b"somebody's file");
}

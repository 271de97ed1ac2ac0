//! What students are handed: a workspace in which everything works, and no answer is to be found.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use grader::rubric::{Exercise, Track};
use student::mirror::{files, mirror, write_if_changed};
use student::stubs::body;
use tempfile::TempDir;
use zip::ZipArchive;

use crate::seed::seed;
use crate::support::{cargo_in, full_marks, grader, grader_in, root, rubric, started_in};

/// The marker's text; only the file that defines it has it in a handout.
const MARKER: &str = "BEGIN SOLUTION";

fn solution(exercise: &str) -> String {
    let rubric = rubric();
    let exercise = rubric.exercises.iter().find(|other| other.name == exercise).expect("it is one");
    fs::read_to_string(root().join("solutions").join(exercise.source().path()))
        .expect("the reference is there")
}

/// Writes a handout, and unpacks its archive at a path that stays, so that it builds once.
fn unpacked() -> PathBuf {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    let hand_out = || grader(&["handout", &out.to_string_lossy()]);
    let ran = hand_out();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let zip = folder.path().join("out.zip");
    let first = fs::read(&zip).expect("the archive is there");
    assert_eq!(hand_out().code, Some(0), "an earlier handout is replaced");
    assert!(fs::read(&zip).expect("still there") == first, "the same workspace gave another archive");

    let mut archive = ZipArchive::new(File::open(&zip).expect("readable")).expect("an archive");
    archive.extract(folder.path()).expect("unpacked");
    let tree = Path::new(env!("CARGO_TARGET_TMPDIR")).join("handed_out");
    mirror(&folder.path().join("activations"), &tree, &[tree.join("target")]).expect("copied");
    seed(&tree.join("target"));
    tree
}

/// One test, because there is one tree.
#[test]
#[ignore = "builds all that students build: `cargo make handout-check` runs it"]
fn students_can_do_all_they_need_and_find_no_answer() {
    let tree = unpacked();
    nothing_gives_an_answer_away(&tree);
    let [manifest, copy] = ["exercises/Cargo.toml", "grader/stubs/exercises.toml"]
        .map(|file| fs::read_to_string(tree.join(file)).expect("handed out"));
    assert_eq!(copy, manifest, "what the learner's manifest is compared with");
    let grade = |more: &[&str]| cargo_in(&tree, &[&["grade", "--seed", "1"], more].concat());
    let put = |exercise: &str, text: &str| {
        write_if_changed(&tree.join(format!("exercises/src/activations/{exercise}.rs")), text.as_bytes())
            .expect("written");
    };

    let (rubric, full) = (rubric(), full_marks());
    let exercises: Vec<&Exercise> = rubric.of(Track::Core).collect();
    let locked = cargo_in(&tree, &["check", "--locked", "-q", "-p", "start"]);
    assert_eq!((locked.code, locked.stderr.as_str()), (Some(0), ""), "Cargo.lock is settled");
    // On another computer, the first thing to be graded may be a file that does not compile.
    put("relu", &solution("relu").replace("crate::elementwise(", "crate::elementwise(("));
    let ran = grade(&["relu"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("is never closed"), "{ran:?}");
    assert!(ran.stderr.starts_with("Building the grader, once."), "{}", ran.stderr);
    put("relu", &fs::read_to_string(tree.join("grader/stubs/activations/relu.rs")).expect("handed out"));
    let ran = grade(&[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    // Whatever comes next has nothing to build that no learner writes.
    let is_quiet = |command: &str| {
        let ran = cargo_in(&tree, &[command]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{command}");
        ran
    };
    assert!(
        ran.stdout.contains(&format!(" 0 / {}", full.split_once(" / ").expect("points").1))
            && !ran.stderr.contains("warning"),
        "{ran:?}"
    );

    for exercise in &exercises {
        put(&exercise.name, &solution(&exercise.name));
    }
    let ran = grade(&[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains(&full), "{}", ran.stdout);
    assert!(ran.stdout.contains("All visible checks pass"), "{}", ran.stdout);
    for command in ["tour", "plot", "page", "hint", "examples"] {
        is_quiet(command);
    }
    // Started without cargo, it is as good; where its own sources have changed, it has cargo build it first.
    let again = grade(&[]).stdout;
    let started = || started_in(&tree, &["grade", "--seed", "1"]);
    let ran = started();
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (Some(0), again.as_str(), ""));
    let source = tree.join("grader/start/src/main.rs");
    let changed =
        fs::read_to_string(&source).expect("there").replace("Building the lesson", "Building a lesson");
    fs::write(&source, changed).expect("written");
    let program = tree.join(format!("target/debug/start{}", std::env::consts::EXE_SUFFIX));
    let is_new = || fs::read(&program).expect("built").windows(17).any(|bytes| bytes == b"Building a lesson");
    assert!(!is_new());
    let ran = started();
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), again.as_str()), "{}", ran.stderr);
    assert!(is_new(), "{}", ran.stderr);
    assert!(tree.join("target/plots/overview.svg").is_file());
    let page = fs::read_to_string(tree.join("target/feedback.html")).expect("a page");
    let (score, most) = full.split_once(" / ").expect("points");
    assert!(page.contains(&format!("<strong>{score}</strong> of {most}")), "{page}");

    let ran = cargo_in(&tree, &["bench-exercises", "relu", "--rounds", "1"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("ReLU     yours      █"), "{}", ran.stdout);
    assert!(ran.stdout.contains("There is no reference here"), "{}", ran.stdout);

    // Without solutions, too, a file that does not compile is told from those that do.
    put("relu", &solution("relu").replace("crate::elementwise(", "crate::elementwise(("));
    let ran = grade(&[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let others: u32 = exercises.iter().skip(1).map(|exercise| exercise.points()).sum();
    assert!(ran.stdout.contains(&format!(" {others} / ")), "{}", ran.stdout);
    assert!(ran.stdout.contains("exercises/src/activations/relu.rs"), "{}", ran.stdout);
}

fn nothing_gives_an_answer_away(tree: &Path) {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let answer = |exercise: Exercise| squeezed(body(&solution(&exercise.name)).expect("markers match"));
    let answers: Vec<String> = rubric().exercises.into_iter().map(answer).collect();
    let names = files(tree).expect("readable");
    for name in names.iter().filter(|name| !name.starts_with("target/")) {
        let kept_back = ["solutions", "specimens", "hidden", "handout", "/cli/", ".git/", ".py", "verify"];
        assert!(!kept_back.iter().any(|part| name.contains(part)), "{name}");
        let text = fs::read_to_string(tree.join(name)).expect("text");
        let marked = text.contains(MARKER) && name != "grader/student/src/stubs.rs";
        assert!(!marked && !text.contains("solutions/") && !text.contains("holds_out"), "{name}");
        assert!(!answers.iter().any(|answer| squeezed(&text).contains(answer)), "{name}");
    }
}

/// A copy of the workspace, to spoil.
fn workspace() -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    for folder in ["exercises", "solutions", "grader", ".cargo", ".devcontainer", ".vscode"] {
        mirror(&root().join(folder), &copy.path().join(folder), &[]).expect("copied");
    }
    for entry in fs::read_dir(root()).expect("readable").flatten().filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), copy.path().join(entry.file_name())).expect("copied");
    }
    copy
}

/// That a handout is refused with these words, and that nothing is left of it.
fn refused(workspace: &Path, says: &str) {
    let ran = grader_in(workspace, &["handout", "out/students"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stderr.contains(says), "{}", ran.stderr);
    assert!(!workspace.join("out").exists());
}

/// Whatever else an instructor has left in the grader's folder.
#[test]
fn what_is_no_part_of_the_grader_is_not_handed_out() {
    let copy = workspace();
    for stray in ["grader/notes.txt", "grader/suite/relu/mod.rs.orig", "grader/student/marks.xlsx"] {
        fs::write(copy.path().join(stray), "secret").expect("written");
    }
    let ran = grader_in(copy.path(), &["handout", "out/students"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let names = files(&copy.path().join("out/students")).expect("readable");
    assert!(names.iter().any(|name| name == "grader/suite/relu/mod.rs"), "{names:?}");
    let stray = names.iter().find(|name| [".txt", ".orig", ".xlsx"].iter().any(|end| name.ends_with(end)));
    assert_eq!(stray, None);
}

/// Not those of somebody who was at work in `exercises`, and no more than are to begin with.
#[test]
fn examples_are_handed_out_as_they_begin() {
    let copy = workspace();
    fs::write(copy.path().join("exercises/examples.toml"), "relu 1 = 1\n").expect("written");
    let ran = grader_in(copy.path(), &["handout", "out/students"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let handed_out = copy.path().join("out/students");
    let examples = fs::read_to_string(handed_out.join("exercises/examples.toml")).expect("handed out");
    assert!(examples.contains("\ntanh 0 = 0\n") && !examples.contains(" 0.7 = "), "{examples}");
    let ran = grader_in(&handed_out, &["examples", "tanh"]);
    assert!(ran.stdout.contains("1 example lets "), "{ran:?}");
}

#[test]
fn a_marker_without_its_partner_is_refused() {
    let copy = workspace();
    let file = copy.path().join("solutions/src/activations/tanh.rs");
    fs::write(&file, solution("tanh").replace("// END SOLUTION", "")).expect("written");
    refused(copy.path(), "solutions/src/activations/tanh.rs: line");
}

#[test]
fn an_answer_is_refused_wherever_it_stands_but_in_a_hint() {
    let copy = workspace();
    let say = |file: &str, from: &str, to: &str| {
        let path = copy.path().join(file);
        let text = fs::read_to_string(&path).expect("readable");
        assert!(text.contains(from), "{file}");
        fs::write(&path, text.replacen(from, to, 1)).expect("written");
    };
    say("grader/suite/relu/exercise.toml", "hint = \"", "hint = \"crate::elementwise(x, crate::math::tanh) ");
    for (file, from) in
        [("grader/src/outcome.rs", "//! "), ("exercises/README.md", "# "), ("exercises/Cargo.toml", "# ")]
    {
        say(file, from, &format!("{from}crate::elementwise( x, crate::math::tanh ) "));
        let shown = if file.ends_with("README.md") { "README.md" } else { file };
        refused(copy.path(), &format!("{shown} holds an answer to Tanh"));
        say(file, &format!("{from}crate::elementwise( x, crate::math::tanh ) "), from);
    }
}

/// Answers that are in nobody's reference, in the comments of a stub.
#[test]
fn an_answer_in_other_words_is_found_too() {
    let copy = workspace();
    for (exercise, answer) in
        [("relu", "`x.mapv(|v| if v < 0.0 { 0.0 } else { v })`"), ("tanh", "`x.mapv(f32::tanh)`")]
    {
        let path = copy.path().join(format!("solutions/src/activations/{exercise}.rs"));
        let text = fs::read_to_string(&path).expect("readable");
        fs::write(&path, text.replacen("/// Think of", &format!("/// Answer: {answer}\n/// Think of"), 1))
            .expect("written");
        refused(copy.path(), &format!("{exercise}.rs holds an answer to"));
        fs::write(&path, text).expect("written");
    }
}

/// A template repository, in which an instructor was at work after the first handout.
#[test]
fn a_second_handout_replaces_what_the_first_wrote_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("template");
    let put = |name: &str, text: &str| {
        write_if_changed(&out.join(name), text.as_bytes()).expect("written");
    };
    // A clone of an empty repository is free.
    put(".git/config", "[remote \"origin\"]");
    let hand_out = || grader(&["handout", &out.to_string_lossy()]);
    let ran = hand_out();
    assert!(ran.code == Some(0) && ran.stdout.contains("known answers is in it"), "{ran:?}");
    for (name, text) in [
        (".git/HEAD", "ref: refs/heads/main"),
        (".github/workflows/grade.yml", "on: push"),
        ("SYLLABUS.md", "mine"),
        ("README.md", "mine"),
        ("exercises/src/extra.rs", "// mine"),
    ] {
        put(name, text);
    }
    // What an older version handed out is brought up to date, and what it alone had goes.
    let list = fs::read_to_string(out.join(".handout")).expect("a list");
    put("exercises/src/lib.rs", "// older");
    put("grader/gone.rs", "// older");
    let older = instructor::digest::sha256(b"// older");
    put(".handout", &format!("{list}{older}  exercises/src/lib.rs\n{older}  grader/gone.rs\n"));
    let before = files(&out).expect("readable");
    let ran = hand_out();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("kept README.md, which differs"), "{ran:?}");
    let mut after = files(&out).expect("readable");
    after.push("grader/gone.rs".into());
    after.sort();
    assert_eq!(after, before, "something was lost");
    for name in ["SYLLABUS.md", "README.md"] {
        assert_eq!(fs::read_to_string(out.join(name)).expect("there"), "mine");
    }
    assert!(fs::read_to_string(out.join("exercises/src/lib.rs")).expect("there").len() > 100);
}

#[test]
fn nothing_of_somebody_elses_is_replaced() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    let hand_out = || grader(&["handout", &out.to_string_lossy()]);
    fs::create_dir(&out).expect("made");
    fs::write(out.join("notes.txt"), "mine").expect("written");
    let ran = hand_out();
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("is not empty and no earlier handout"), "{}", ran.stderr);
    assert_eq!(files(&out).expect("readable"), ["notes.txt"]);

    fs::remove_file(out.join("notes.txt")).expect("removed");
    fs::write(folder.path().join("out.zip"), "mine").expect("written");
    assert_eq!(hand_out().code, Some(2));
    fs::remove_file(folder.path().join("out.zip")).expect("removed");
    assert_eq!(hand_out().code, Some(0), "an empty folder is free");
}

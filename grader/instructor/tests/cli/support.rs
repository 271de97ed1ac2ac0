//! Running the command line, and making the files that it is run on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use grader::project::Project;
use grader::rubric::{Rubric, Track};
use serde_json::Value;
use student::run::PROGRAMS;
use tempfile::TempDir;

/// The instructor's program.
pub const INSTRUCTOR: &str = env!("CARGO_BIN_EXE_instructor");

/// A program that belongs to students; all of them are built once.
fn students(name: &str) -> PathBuf {
    static BUILT: LazyLock<()> = LazyLock::new(|| {
        // As the program itself builds them: asked for at once, all would be built with another set of features.
        let others = ["-p", "grader", "--test", "suite", "-p", "lesson", "--bin", "lesson"];
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet"])
            .args([&PROGRAMS[..], &others].concat())
            .current_dir(root())
            .env("CARGO_TARGET_DIR", target())
            .status();
        assert!(built.expect("cargo starts").success(), "the students' programs do not compile");
    });
    LazyLock::force(&BUILT);
    target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The program `grader`.
pub fn student() -> PathBuf {
    students("grader")
}

/// The program that has this command. `grade` is the instructor's where anything but the exercises in the
/// workspace is graded.
fn program(arguments: &[&str]) -> PathBuf {
    const OF_INSTRUCTORS: [&str; 16] = [
        "comment",
        "diff",
        "fill-in",
        "give-back",
        "grade-class",
        "gradescope",
        "handout",
        "layers",
        "merge",
        "new",
        "new-misconception",
        "regrade",
        "replay",
        "similarity",
        "stubs",
        "verify",
    ];
    let is_instructors = arguments.iter().any(|argument| {
        OF_INSTRUCTORS.contains(argument) || ["--submission", "--subject", "--hidden"].contains(argument)
    });
    match arguments.first() {
        _ if is_instructors => INSTRUCTOR.into(),
        Some(&"lesson") => students("lesson"),
        Some(&"train") if arguments.contains(&"--page") => students("lesson"),
        Some(&"page" | &"plot") => students("pictures"),
        _ => student(),
    }
}

/// The workspace that this test belongs to.
pub fn root() -> PathBuf {
    Project::of_this_build().root().to_owned()
}

/// The folder that holds this workspace's build products.
pub fn target() -> PathBuf {
    let program = Path::new(INSTRUCTOR);
    program.ancestors().nth(2).expect("cargo puts programs into target/<profile>").to_owned()
}

/// What a command printed, and its exit code.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the grader prints UTF-8");
        Self { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

/// Runs the grader in another workspace.
///
/// That workspace has a target folder of its own: cargo tells packages apart by their paths within
/// a workspace, and would take the products of one for those of the other.
pub fn grader_in(workspace: &Path, arguments: &[&str]) -> Ran {
    run(workspace, &workspace.join("target"), arguments)
}

/// Runs the grader in this workspace.
pub fn grader(arguments: &[&str]) -> Ran {
    run(&root(), &target(), arguments)
}

fn run(workspace: &Path, target: &Path, arguments: &[&str]) -> Ran {
    start(&mut Command::new(program(arguments)), workspace, target, arguments)
}

/// Runs the grader in this workspace, with another program for cargo.
#[cfg(unix)]
pub fn grader_with_cargo(cargo: &Path, arguments: &[&str]) -> Ran {
    start(Command::new(program(arguments)).env("CARGO", cargo), &root(), &target(), arguments)
}

fn start(program: &mut Command, workspace: &Path, target: &Path, arguments: &[&str]) -> Ran {
    program
        .current_dir(workspace)
        .args(arguments)
        .env("CARGO_TARGET_DIR", target)
        .env("LANG", "C.UTF-8")
        // What is optimised here is only looked at for what is said of it.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env_remove("LC_ALL")
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .expect("it starts")
        .into()
}

/// Runs cargo in another workspace, as somebody does who has nothing but that workspace.
pub fn cargo_in(workspace: &Path, arguments: &[&str]) -> Ran {
    start(
        Command::new(env!("CARGO")).env("CARGO_NET_OFFLINE", "true"),
        workspace,
        &workspace.join("target"),
        arguments,
    )
}

/// Runs what `cargo make` runs in another workspace where the grader is built, with nothing of cargo's around it.
pub fn started_in(workspace: &Path, arguments: &[&str]) -> Ran {
    let target = workspace.join("target");
    let program = target.join(format!("debug/start{}", std::env::consts::EXE_SUFFIX));
    start(Command::new(program).env_remove("CARGO_PKG_NAME"), workspace, &target, arguments)
}

/// An activation's file: the reference with another body.
pub fn with_body(exercise: &str, body: &str) -> String {
    let path = root().join(format!("solutions/src/activations/{exercise}.rs"));
    let solution = fs::read_to_string(path).expect("the reference is there");
    student::stubs::with_body(&solution, body).expect("markers match")
}

/// A folder with these activations' files.
pub fn submission(bodies: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (exercise, body) in bodies {
        fs::write(folder.path().join(format!("{exercise}.rs")), with_body(exercise, body)).expect("written");
    }
    folder
}

/// This workspace's rubric, as learners have it.
pub fn rubric() -> Rubric {
    Rubric::read(&Project::of_this_build().suite()).expect("the rubric reads")
}

/// Full marks, as a report shows them.
pub fn full_marks() -> String {
    let points = rubric().points(Track::Core);
    format!("{points} / {points} points")
}

/// The exercises that these tests are about, whatever is added to them.
pub const LESSON: [&str; 3] = ["relu", "sigmoid", "tanh"];

/// The report on a submission, as JSON.
pub fn graded(folder: &Path) -> Value {
    graded_with(0, folder)
}

/// The same, where files are missing: the exit code is another.
pub fn graded_with(code: i32, folder: &Path) -> Value {
    let folder = folder.to_string_lossy();
    let ran =
        grader(&[&["grade", "--submission", &folder, "--seed", "1", "--json", "-"], &LESSON[..]].concat());
    assert_eq!(ran.code, Some(code), "{ran:?}");
    ran.json()
}

/// The report on a submission, as a learner reads it.
pub fn shown(folder: &Path) -> String {
    let folder = folder.to_string_lossy();
    let ran = grader(&[&["grade", "--submission", &folder, "--seed", "1"], &LESSON[..]].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    ran.stdout
}

/// The exercise of this name in a report.
pub fn exercise<'a>(report: &'a Value, name: &str) -> &'a Value {
    let exercises = report["exercises"].as_array().expect("exercises");
    exercises.iter().find(|exercise| exercise["name"] == name).expect("the exercise was graded")
}

/// The names of an exercise's checks that ended like this.
pub fn checks_that(report: &Value, name: &str, status: &str) -> Vec<String> {
    let checks = exercise(report, name)["checks"].as_array().expect("checks");
    let named = checks.iter().filter(|check| check["status"] == status);
    named
        .map(|check| check["id"].as_str().expect("an id").rsplit("::").next().expect("a name").into())
        .collect()
}

/// The widest line of a text, in characters.
pub fn width(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or_default()
}

//! Grading where the kernel, or a container, lacks a lock: what the report says, and what is refused; and what each lock
//! stops by itself.

use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

use crate::support::{INSTRUCTOR, grader, root, submission, target};

/// What takes locks away.
fn lesser_kernel() -> PathBuf {
    static BUILT: LazyLock<()> = LazyLock::new(|| {
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "-p", "sandbox", "--example", "lesser_kernel"])
            .current_dir(root())
            .env("CARGO_TARGET_DIR", target())
            .status();
        assert!(built.expect("cargo starts").success(), "it does not compile");
    });
    LazyLock::force(&BUILT);
    target().join("debug/examples/lesser_kernel")
}

/// A submission graded without these locks; the level that is demanded, if any; the exit code, the sandbox of the report,
/// and what is said to people.
fn graded_without(locks: &str, demanded: Option<&str>) -> (Option<i32>, Value, String) {
    let handin = submission(&[("relu", "x.mapv(|v| v.max(0.0))")]);
    let level = demanded.map(|level| format!("--require-sandbox={level}"));
    let out = Command::new(lesser_kernel())
        .args([locks, INSTRUCTOR, "grade", "relu", "--json", "-", "--submission"])
        .arg(handin.path())
        .args(level)
        .current_dir(root())
        .output()
        .expect("it starts");
    let report: Value = serde_json::from_slice(&out.stdout).unwrap_or_default();
    (out.status.code(), report["sandbox"].clone(), String::from_utf8_lossy(&out.stderr).into_owned())
}

fn layers(sandbox: &Value) -> Vec<&str> {
    sandbox["layers"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn missing(sandbox: &Value) -> Vec<&str> {
    sandbox["missing"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The layers that this machine has, but for these.
fn all_but(taken: &[&str]) -> Vec<String> {
    static HERE: LazyLock<Value> = LazyLock::new(|| graded_without("nothing", None).1);
    let here = layers(&HERE).into_iter().filter(|layer| !taken.contains(layer));
    here.map(str::to_owned).collect()
}

/// Whether this machine has namespaces: most containers have none, and some systems give them to root alone.
fn has_namespaces() -> bool {
    all_but(&[]).iter().any(|layer| layer == "namespaces")
}

const FILES: &str = "files: this kernel has no Landlock, and gives no namespaces";

#[test]
fn without_landlock_namespaces_do_its_work_and_strict_is_refused() {
    let (_, sandbox, said) = graded_without("landlock", None);
    assert_eq!(layers(&sandbox), all_but(&["landlock"]), "{said}");
    assert_eq!(missing(&sandbox).contains(&FILES), !has_namespaces(), "{sandbox}");
    let (code, _, said) = graded_without("landlock", Some("basic"));
    assert_eq!(code, Some(if has_namespaces() { 0 } else { 78 }), "{said}");

    let (code, report, said) = graded_without("landlock", Some("strict"));
    assert_eq!((code, report), (Some(78), Value::Null), "{said}");
    if has_namespaces() {
        for words in ["every layer", "landlock: this kernel has no Landlock", "hint: --require-sandbox=basic"]
        {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
}

#[test]
fn without_namespaces_as_in_a_container_the_other_layers_hold_and_strict_is_refused() {
    let (_, sandbox, said) = graded_without("namespaces", None);
    assert_eq!(layers(&sandbox), all_but(&["namespaces"]), "{said}");
    // Whoever is not root has their threads counted in a namespace.
    let threads = missing(&sandbox);
    assert!(threads.iter().all(|missing| missing.starts_with("the number of threads")), "{sandbox}");

    let (code, _, said) = graded_without("namespaces", Some("strict"));
    assert_eq!(code, Some(78), "{said}");
    let why = "namespaces: this system gives no namespaces: EPERM";
    assert!(said.contains(if threads.is_empty() { why } else { threads[0] }), "{said}");
}

#[test]
fn where_files_have_no_lock_that_is_said_and_basic_is_refused() {
    let (code, sandbox, said) = graded_without("landlock,namespaces", None);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(layers(&sandbox), all_but(&["landlock", "namespaces"]));
    assert!(missing(&sandbox).contains(&FILES), "{sandbox}");

    let (code, report, said) = graded_without("landlock,namespaces", Some("basic"));
    assert_eq!((code, report), (Some(78), Value::Null), "{said}");
    assert!(said.contains(FILES) && said.contains("hint: without --require-sandbox"), "{said}");
}

#[test]
fn each_layer_stops_by_itself_what_it_is_there_for() {
    let table = grader(&["layers", "reads_passwords"]);
    assert_eq!(table.code, Some(0), "{table:?}");
    let lines: Vec<Vec<&str>> = table.stdout.lines().map(|line| line.split_whitespace().collect()).collect();
    let stops = |layer: &str| {
        let column = lines[0].iter().position(|head| *head == layer).expect("a column for each layer");
        lines[1][column] == "stops"
    };
    assert!(!stops("none") && !stops("rights") && !stops("limits"), "it really reads them: {}", table.stdout);
    let those_of_files = all_but(&["rights", "limits"]);
    assert!(those_of_files.iter().all(|layer| stops(layer)), "{}", table.stdout);
    assert!(those_of_files.len() > 1, "{those_of_files:?}");
}

#[test]
fn where_calls_have_no_filter_that_is_said_and_basic_is_refused() {
    let calls = "system calls: this kernel has no filters for them";
    let (code, sandbox, said) = graded_without("seccomp", None);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(layers(&sandbox), all_but(&["seccomp"]));
    assert!(missing(&sandbox).contains(&calls), "{sandbox}");

    let (code, _, said) = graded_without("seccomp", Some("basic"));
    assert_eq!(code, Some(78), "{said}");
    assert!(said.contains(calls), "{said}");
}

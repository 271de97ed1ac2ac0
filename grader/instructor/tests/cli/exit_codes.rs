//! Exit codes that an engine acts on: what another try may change, and what this machine can't do.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::class::{RELU, folder};
use crate::support::{grader, grader_with_cargo, root};

/// A device that is always full stands for a disk.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_no_reason_to_give_up() {
    let right = crate::support::submission(&[("relu", RELU)]);
    let path = right.path().to_string_lossy();
    let ran = grader(&["grade", "relu", "--submission", &path, "--json", "/dev/full"]);
    assert_eq!(ran.code, Some(75), "{ran:?}");
    assert!(ran.stderr.contains("cannot write /dev/full\nhint: "), "{}", ran.stderr);
}

#[test]
fn without_a_compiler_nothing_can_be_graded_here() {
    let class = TempDir::new().expect("a folder");
    let out = class.path().join("grades");
    folder(&class.path().join("class"), "ada", &[("relu", RELU)]);
    let submissions = class.path().join("class");
    for command in [
        &["grade", "relu", "--submission", &submissions.join("ada").to_string_lossy()][..],
        &["grade-class", &submissions.to_string_lossy(), "--out", &out.to_string_lossy()],
    ] {
        let ran = grader_with_cargo(Path::new("/no/such/cargo"), command);
        assert_eq!(ran.code, Some(78), "{ran:?}");
        assert!(ran.stderr.contains("cannot start cargo\nhint: "), "{}", ran.stderr);
        assert!(!out.exists());
    }
}

#[test]
fn whom_a_worn_out_machine_could_not_judge_is_judged_by_another_try() {
    let folder_of_all = TempDir::new().expect("a folder");
    let (class, out) = (folder_of_all.path().join("class"), folder_of_all.path().join("grades"));
    folder(&class, "ada", &[("relu", RELU)]);
    let cargo = folder_of_all.path().join("cargo");
    let script = format!(
        "#!/bin/sh\ncase \" $* \" in *' worker-exercises '*) exit 101 ;; esac\nexec '{}' \"$@\"\n",
        env!("CARGO")
    );
    fs::write(&cargo, script).expect("written");
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).expect("made a program");
    let (class, out_text) = (class.to_string_lossy(), out.to_string_lossy());
    let grade = ["grade-class", &class, "--out", &out_text, "--seed", "1"];
    let ran = grader_with_cargo(&cargo, &grade);
    assert_eq!(ran.code, Some(75), "{ran:?}");
    let table = || fs::read_to_string(out.join("grades.csv")).expect("there");
    assert!(table().contains("\"unjudged\"") && !table().contains("\"graded\""), "{}", table());

    let ran = grader(&[&grade[..], &["--resume"]].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(table().contains("\"graded\"") && !table().contains("\"unjudged\""), "{}", table());
}

/// What Slurm and Kubernetes run, where something is missing that it needs.
#[test]
fn a_shard_that_can_not_begin_says_whose_fault_it_is() {
    let elsewhere = TempDir::new().expect("a folder");
    let nowhere = elsewhere.path().join("nowhere");
    let ends_with = |arguments: &[&str], without: &str| {
        let mut command = Command::new(root().join("grader/instructor/systems/shard"));
        for variable in ["SUBMISSIONS", "GRADES", "PREPARED"] {
            command.env(variable, &nowhere);
        }
        let ran =
            command.args(arguments).env("WORKSPACE", root()).env("SEED", "1").env_remove(without).output();
        let ran = ran.expect("started");
        (ran.status.code(), String::from_utf8_lossy(&ran.stderr).into_owned())
    };
    let (code, said) = ends_with(&["grade", "1", "2"], "");
    assert!(code == Some(78) && said.contains("`shard prepare` makes it"), "{code:?}: {said}");
    let (code, said) = ends_with(&["grade", "1", "2"], "SEED");
    assert!(code == Some(2) && said.contains("SEED is not set"), "{code:?}: {said}");
    let (code, said) = ends_with(&["grad", "1", "2"], "");
    assert!(code == Some(2) && said.contains("`grad` is none of"), "{code:?}: {said}");
}

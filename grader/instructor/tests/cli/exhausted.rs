//! A machine that runs out of what a compiler needs: the grader's trouble, and no learner's fault.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::support::{grader_with_cargo, submission};

/// What stands for cargo: it ends without a word when it is to build a learner's crate, as long as `fails` holds.
fn cargo_that(folder: &Path, fails: &str) -> PathBuf {
    let (file, cargo) = (folder.join("cargo"), env!("CARGO"));
    let script = format!(
        "#!/bin/sh\n\
         case \" $* \" in *' worker-exercises '*) {fails} && exit 101 ;; esac\n\
         exec '{cargo}' \"$@\"\n"
    );
    fs::write(&file, script).expect("written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("made a program");
    file
}

/// One exercise alone: with several, each is built by itself as well, and gets a second chance by that.
fn right() -> TempDir {
    submission(&[("tanh", "x.mapv(f32::tanh)")])
}

#[test]
fn a_build_that_ends_without_a_word_is_tried_again() {
    let (folder, right) = (TempDir::new().expect("a folder"), right());
    let once = format!("mkdir '{}/failed' 2>/dev/null", folder.path().display());
    let cargo = cargo_that(folder.path(), &once);
    let ran = grader_with_cargo(&cargo, &["grade", "tanh", "--submission", &right.path().to_string_lossy()]);
    assert!(folder.path().join("failed").is_dir(), "no build of a learner's crate was seen: {ran:?}");
    assert!(ran.code == Some(0) && ran.stdout.contains("  done\n"), "{ran:?}");
}

#[test]
fn a_compiler_that_never_says_a_word_grades_nobody() {
    let (folder, right) = (TempDir::new().expect("a folder"), right());
    let cargo = cargo_that(folder.path(), "true");
    let ran = grader_with_cargo(&cargo, &["grade", "tanh", "--submission", &right.path().to_string_lossy()]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(75), ""), "{ran:?}");
    assert!(ran.stderr.contains("ended twice without a word"), "{}", ran.stderr);
    assert!(ran.stderr.contains("hint: this machine may be out of"), "{}", ran.stderr);
}

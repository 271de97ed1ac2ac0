//! The report as a page: what is in it, and what is not.

use std::fs;
use std::path::Path;

use crate::support::{LESSON, Ran, grader, root, submission};

fn paged(folder: &Path, page: &Path, more: &[&str]) -> Ran {
    let (folder, page) = (folder.to_string_lossy(), page.to_string_lossy());
    grader(
        &[&["grade", "--submission", &folder, "--html", &page, "--seed", "424242"], more, &LESSON[..]]
            .concat(),
    )
}

#[test]
fn a_page_has_everything_but_the_seed_and_where_it_was_made() {
    let handed_in = submission(&[
        ("relu", "x.mapv(f32::abs)"),
        ("sigmoid", "x.mapv(|v| if v < zero { 0.0 } else { v })"),
    ]);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("new/page.html");
    let ran = paged(handed_in.path(), &file, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.stdout.ends_with(&format!("The same as a page, with curves: {}\n", file.display())),
        "{ran:?}"
    );
    assert!(!ran.stdout.contains('┤'), "curves are drawn in the page only");
    let page = fs::read_to_string(&file).expect("written");
    for there in [
        "This is |x|",
        "at x = -1: expected 0, got 1",
        "<dt>try</dt>",
        "more fail, for the same reason",
        "x.mapv(f32::abs)",
        "cannot find value `zero`",
        "← rustc points here",
        "There is no tanh.rs.",
        "lines 1 to 6: comments",
        "Wrong at",
        "role=\"img\"",
    ] {
        assert!(page.to_lowercase().contains(&there.to_lowercase()), "{there}");
    }
    for absent in
        ["424242", &root().to_string_lossy(), &handed_in.path().to_string_lossy(), "http-equiv=\"refresh"]
    {
        assert!(!page.contains(absent), "{absent}");
    }
    // The drawing's namespace is the only address in it, and nobody goes there.
    let addresses = page.split("://").count() - 1;
    assert_eq!(addresses, page.matches("http://www.w3.org/2000/svg").count());

    assert_eq!(paged(handed_in.path(), &file, &["--json", "-"]).json()["seed"], 424_242);
    assert_eq!(fs::read_to_string(&file).expect("written again"), page, "the same gave another page");
}

#[test]
fn what_can_not_be_read_is_said() {
    let handed_in = submission(&[]);
    fs::write(handed_in.path().join("relu.rs"), vec![b' '; 2 << 20]).expect("written");
    fs::write(handed_in.path().join("tanh.rs"), b"fn \xff\n").expect("written");
    let file = handed_in.path().join("page.html");
    let ran = paged(handed_in.path(), &file, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let page = fs::read_to_string(&file).expect("written");
    assert!(page.contains("relu.rs was left out: larger than a MiB."), "{page}");
    assert!(page.contains("tanh.rs: read as Windows-1252."), "{page}");
}

#[test]
fn a_refused_file_has_no_curve_and_is_not_said_not_to_compile() {
    let handed_in = submission(&[("relu", "let _ = || unsafe { 1 }; x.clone()")]);
    let file = handed_in.path().join("page.html");
    assert_eq!(paged(handed_in.path(), &file, &[]).code, Some(0));
    let page = fs::read_to_string(&file).expect("written");
    assert!(page.contains("Refused: `unsafe` in line 7"), "{page}");
    assert!(page.contains("No curve is drawn: its file was refused, and not run."), "{page}");
    assert!(!page.contains("does not compile"), "{page}");
}

#[test]
fn a_folder_is_no_page() {
    let ran = grader(&["page", "--html", "."]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.contains("--html names a folder\nhint: "), "{ran:?}");
}

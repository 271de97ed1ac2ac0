//! Grades that are corrected: only what has changed runs again, and who moves is known before it counts.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::class::files;
use crate::class_conditions::{Class, replace};
use crate::support::{Ran, exercise, grader_in};

const RELU: &str = "x.mapv(|v| if v < 0.0 { 0.0 } else { v })";

/// Students of whom one is right, one makes a slip that has a name, one fails a check, and one does not compile.
fn class() -> Class {
    let class = Class::of(&[]);
    class.writes("ada", "relu", RELU);
    class.writes("ada", "tanh", "x.mapv(f32::tanh)");
    class.writes("bob", "relu", "x.mapv(|v| v.max(0.0))");
    class.writes("cleo", "relu", "x.mapv(f32::abs)");
    class.writes("eve", "relu", "nonsense");
    class
}

fn regrade(class: &Class, more: &[&str]) -> Ran {
    let out = class.out();
    grader_in(&class.tree, &[&["regrade", &out.to_string_lossy(), "--jobs", "1"], more].concat())
}

/// All that lies in the grades but what they were before.
fn grades(class: &Class) -> BTreeMap<String, Vec<u8>> {
    files(&class.out()).into_iter().filter(|(file, _)| !file.starts_with("history/")).collect()
}

/// Grades everyone from nothing, and expects the same files, to the byte.
fn is_as_graded_from_nothing(class: &Class, why: &str) {
    let fresh = class.out().with_file_name("fresh");
    let ran = class.grade_into(&fresh, &["--seed", "7"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let (fresh_files, now) = (files(&fresh), grades(class));
    assert_eq!(fresh_files.keys().collect::<Vec<_>>(), now.keys().collect::<Vec<_>>(), "{why}");
    for (file, content) in &fresh_files {
        assert!(now[file] == *content, "{why}: {file} is another");
    }
    fs::remove_dir_all(fresh).expect("removed");
}

fn suite(class: &Class, file: &str) -> PathBuf {
    class.tree.join("grader/suite").join(file)
}

/// A check that nobody passes.
fn break_a_check(class: &Class) {
    let right = "Expectation { among: |x| x == 0.0, ..RIGHT }";
    let wrong =
        "Expectation { rule: grader::judge::Rule::Each { words: \"more\", holds: |_, _| false }, ..RIGHT }";
    replace(&suite(class, "relu/mod.rs"), right, wrong);
}

fn checks_of(class: &Class, name: &str) -> usize {
    exercise(&class.report("ada"), name)["checks"].as_array().expect("checks").len()
}

#[test]
fn only_what_has_changed_runs_again_and_all_is_as_if_graded_from_nothing() {
    let class = class();
    assert_eq!(class.grade(&["--seed", "7"]).code, Some(0));
    let resume = |says: &str| {
        let ran = class.grade(&["--resume"]);
        assert!(ran.code == Some(0) && ran.stdout.contains(says), "{says}: {ran:?}");
    };
    let before = files(&class.out());
    assert!(!class.grade(&["--resume"]).stdout.contains("Graded anew"), "nothing has changed");
    assert!(before == files(&class.out()), "nothing has changed");

    // Words: no run, and everybody reads the new ones.
    let toml = suite(&class, "relu/exercise.toml");
    replace(&toml, "Mind products with infinity", "Beware of products with infinity");
    replace(&toml, "NaN is neither above nor below 0", "NaN is not above 0, nor below");
    replace(&suite(&class, "relu/misconceptions.toml"), "This is |x|:", "This is the absolute value:");
    replace(&suite(&class, "relu/mod.rs"), "/// The corner itself", "/// Zero itself");
    resume("Graded anew: 4 of the earlier run. Nothing had to run");
    let page = |student: &str| {
        fs::read_to_string(class.out().join(format!("students/{student}/report.json"))).expect("a report")
    };
    for (student, words) in
        [("bob", "NaN is not above 0, nor below"), ("cleo", "This is the absolute value:")]
    {
        assert!(page(student).contains(words), "{student} does not read: {words}");
    }
    is_as_graded_from_nothing(&class, "words");

    // One check: that one, of all who have something to ask; `eve` has not.
    break_a_check(&class);
    resume("Graded anew: 4 of the earlier run. Run again: 3 checks of 3 students, in 3 processes;");
    is_as_graded_from_nothing(&class, "a check");

    // A table: all checks of that exercise, and of no other.
    replace(&toml, "tolerance = 0.0", "tolerance = 1e-40");
    let all = 3 * checks_of(&class, "relu");
    resume(&format!("Run again: {all} checks of 3 students"));
    is_as_graded_from_nothing(&class, "a table");

    // Points: no run.
    replace(&toml, "points = 4", "points = 6");
    resume("Nothing had to run");
    is_as_graded_from_nothing(&class, "points");

    // What one shared check is made of: that check of every exercise.
    replace(&suite(&class, "common.rs"), "lengths in [3..24, 101..600", "lengths in [3..25, 101..600");
    resume("Run again: 4 checks of 3 students");
    is_as_graded_from_nothing(&class, "a shared check");
}

#[test]
fn who_moves_is_shown_before_it_counts_and_earlier_grades_stay() {
    let class = class();
    assert_eq!(class.grade(&["--seed", "7"]).code, Some(0));
    let score = |student: &str| class.report(student)["score"].as_u64().expect("a score");
    let was = files(&class.out());
    assert_eq!((score("ada"), score("bob")), (75, 33));

    let ran = regrade(&class, &[]);
    assert!(ran.code == Some(0) && ran.stdout.contains("Nobody of 4 moves.\n"), "{ran:?}");
    assert!(ran.stdout.contains("The grades stay as they are.") && was == files(&class.out()), "{ran:?}");

    // A check is broken: who would lose by it is seen, and nobody loses.
    break_a_check(&class);
    let table = class.out().with_file_name("moves.csv");
    let page = class.out().with_file_name("moves.html");
    let (csv, html) = (table.to_string_lossy(), page.to_string_lossy());
    let ran = regrade(&class, &["--what-if", "--csv", &csv, "--html", &html]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for says in [
        "3 of 4 move.\n",
        "ada   75 → 73\n    relu::is_zero_at_zero: passed, 2 / 2 → wrong value, 0 / 2: the check has changed\n",
        "Run again: 3 checks of 3 students, in 3 processes;",
        "No grades were written.",
    ] {
        assert!(ran.stdout.contains(says), "{says}: {}", ran.stdout);
    }
    assert!(was == files(&class.out()), "something was written");
    let csv = fs::read_to_string(table).expect("a table");
    let line = "\"ada\",\"\",75,73,\"relu::is_zero_at_zero\",\"passed\",\"wrong value\",2,0,\"the check has changed\"";
    assert!(csv.contains(line), "{csv}");
    let html = fs::read_to_string(page).expect("a page");
    assert!(html.contains("3 of 4 move.") && html.contains("<code>relu::is_zero_at_zero</code>"), "{html}");

    // Counted for nobody, it costs nobody anything, and stays away.
    let ran = regrade(&class, &["--without", "relu::is_zero_at_zero"]);
    assert!(ran.code == Some(0) && ran.stdout.contains("ada   75 / 115 → 73 / 113\n"), "{ran:?}");
    assert!(
        ran.stdout.contains("relu::is_zero_at_zero: passed, 2 / 2 → not counted: it no longer counts"),
        "{ran:?}"
    );
    assert!(ran.stdout.contains("Nothing had to run"), "{ran:?}");
    assert_eq!((score("ada"), class.report("ada")["max_score"].as_u64()), (73, Some(113)));
    let history = class.out().join("history/1");
    for (file, content) in &was {
        let kept = fs::read(history.join(file)).ok();
        let is_of_class = ["instructor/run.json", "instructor/strays.json"].contains(&file.as_str());
        assert!(is_of_class || kept.as_ref() == Some(content), "{file} is not as it was");
    }
    assert!(history.join("moves.csv").is_file() && history.join("moves.html").is_file());
    assert!(!class.grade(&["--resume"]).stdout.contains("Graded anew"), "a class keeps its points");

    // Points of the class's own, which also take it in again.
    let points = class.out().with_file_name("points.toml");
    fs::write(&points, "[points]\n\"relu::keeps_nan\" = 12\n").expect("written");
    let ran = regrade(&class, &["--points", &points.to_string_lossy()]);
    for says in [
        "relu::keeps_nan: passed, 2 / 2 → passed, 12 / 12: its points have changed",
        "ada   73 / 113 → 83 / 125\n",
    ] {
        assert!(ran.stdout.contains(says), "{says}: {}", ran.stdout);
    }
    assert!(class.out().join("history/2/instructor/points.toml").is_file());
    fs::write(&points, "[points]\n\"relu::keeps_nun\" = 12\n").expect("written");
    let refused = regrade(&class, &["--points", &points.to_string_lossy()]);
    assert!(
        refused.code == Some(2) && refused.stderr.contains("no check `relu::keeps_nun`\nhint: "),
        "{refused:?}"
    );
}

#[test]
fn one_check_alone_can_be_corrected_and_the_rest_is_still_due() {
    let class = class();
    assert_eq!(class.grade(&["--seed", "7"]).code, Some(0));
    break_a_check(&class);
    replace(&suite(&class, "common.rs"), "lengths in [3..24, 101..600", "lengths in [3..25, 101..600");
    let ran = regrade(&class, &["--only", "relu::is_zero_at_zero"]);
    assert!(ran.code == Some(0) && ran.stdout.contains("Run again: 3 checks of 3 students"), "{ran:?}");
    let ran = class.grade(&["--resume"]);
    assert!(ran.stdout.contains("Run again: 4 checks of 3 students"), "{ran:?}");
    is_as_graded_from_nothing(&class, "in two steps");

    replace(&suite(&class, "relu/exercise.toml"), "tolerance = 0.0", "tolerance = 1e-40");
    let refused = regrade(&class, &["--only", "relu::keeps_nan"]);
    assert!(refused.code == Some(1) && refused.stderr.contains("hint: leave out --only"), "{refused:?}");
    let refused = regrade(&class, &["--only", "keeps_nun"]);
    assert!(refused.code == Some(2) && refused.stderr.contains("no check `keeps_nun`"), "{refused:?}");
}

#[test]
fn another_verdict_for_no_reason_is_an_alarm_and_not_taken() {
    let class = class();
    assert_eq!(class.grade(&["--seed", "7"]).code, Some(0));
    let replay = |student: &str| {
        let file = class.out().join(format!("instructor/verdicts/{student}.json"));
        grader_in(&class.tree, &["replay", &file.to_string_lossy()])
    };
    for student in ["ada", "bob", "cleo", "eve"] {
        let ran = replay(student);
        let says = format!("{student}: the same ");
        assert!(ran.code == Some(0) && ran.stdout.starts_with(&says), "{ran:?}");
        assert!(!ran.stdout.contains("Not as it was"), "{ran:?}");
    }
    let ran = regrade(&class, &["--verify", "4"]);
    assert!(ran.code == Some(0) && ran.stdout.contains("Nobody of 4 moves."), "{ran:?}");
    assert!(ran.stdout.contains("checks of 4 students"), "{ran:?}");

    // A verdict that this code can't have had.
    let verdicts = class.out().join("instructor/verdicts/bob.json");
    let (from, to) =
        (r#""relu::keeps_nan":{"status":"wrong_value""#, r#""relu::keeps_nan":{"status":"passed""#);
    replace(&verdicts, from, to);
    let ran = replay("bob");
    let says = "relu::keeps_nan: passed before, wrong value now: nothing has changed";
    assert!(ran.code == Some(1) && ran.stdout.contains(says), "{ran:?}");
    let ran = regrade(&class, &["--verify", "4"]);
    let says = "bob: relu::keeps_nan ended with `passed` before and with `wrong value` now, and nothing that decides it";
    assert!(ran.code == Some(1) && ran.stdout.contains(says), "{ran:?}");
    assert!(fs::read_to_string(&verdicts).expect("there").contains(to), "the earlier verdict is gone");

    break_a_check(&class);
    let ran = replay("ada");
    for says in [
        "ada: 1 of ",
        "relu::is_zero_at_zero: passed before, wrong value now: the check has changed",
        "Not as it was when they were made:\n  relu::is_zero_at_zero: the check has changed\n",
    ] {
        assert!(ran.code == Some(1) && ran.stdout.contains(says), "{says}: {ran:?}");
    }
    let ran = grader_in(&class.tree, &["replay", &class.tree.join("Cargo.toml").to_string_lossy()]);
    assert!(ran.code == Some(1) && ran.stderr.contains("holds nobody's verdicts\nhint: "), "{ran:?}");
}

//! What is taken off for the time of handing in, and what students are told of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::{Ran, grader, with_body};

const RELU: &str = "x.mapv(|v| if v < 0.0 { 0.0 } else { v })";
const HALF: &str = "x.mapv(|v| if v < 0.0 { 0.0 } else { v / 2.0 })";

const POLICY: &str = "
due = \"2026-10-12 23:59\"
zone = \"Europe/Berlin\"
late_days = 1
times = \"times-1.csv\"

[penalty]
per = \"day\"
percent = 10
cap = 50

[[extension]]
students = [\"bob\", \"nobody@uni.example\"]
due = \"2026-10-14 12:00\"
";

const TIMES: &str = "student,submitted
ada,2026-10-14 23:58
bob,2026-10-14T09:59:00Z
eve,2026-11-20 08:00+01:00
";

fn put(class: &Path, student: &str, body: &str) {
    fs::create_dir_all(class.join(student)).expect("made");
    fs::write(class.join(student).join("relu.rs"), with_body("relu", body)).expect("written");
}

fn graded(class: &Path, out: &Path, more: &[&str]) -> Ran {
    let (class, out) = (class.to_string_lossy(), out.to_string_lossy());
    grader(&[&["grade-class", &class, "--seed", "1", "--out", &out], more].concat())
}

/// A student's cells in these columns.
fn cells(sheet: &Path, columns: &[&str]) -> BTreeMap<String, Vec<String>> {
    let mut table = csv::Reader::from_path(sheet).expect("a table");
    let heads = table.headers().expect("heads").clone();
    let at = |name: &&str| {
        heads.iter().position(|head| head == *name).unwrap_or_else(|| panic!("{name}: {heads:?}"))
    };
    let at: Vec<usize> = columns.iter().map(at).collect();
    let line = |line: csv::StringRecord| {
        (line[at[0]].to_owned(), at[1..].iter().map(|at| line[*at].to_owned()).collect())
    };
    table.records().map(|record| line(record.expect("a line"))).collect()
}

#[test]
fn a_policy_stands_beside_the_score_and_students_learn_why() {
    let folder = TempDir::new().expect("a folder");
    let (class, out) = (folder.path().join("class"), folder.path().join("grades"));
    let policy = folder.path().join("policy.toml");
    for student in ["ada", "bob", "eve", "mia"] {
        put(&class, student, RELU);
    }
    fs::write(&policy, POLICY).expect("written");
    fs::write(folder.path().join("times-1.csv"), TIMES).expect("written");
    let policy_file = policy.to_string_lossy().into_owned();
    let ran = graded(&class, &out, &["--policy", &policy_file]);
    assert_eq!(ran.code, Some(1), "{ran:?}"); // One has no time.
    for says in [
        "Without a final score\n\nmia: nothing says when it was handed in: a table of times can\n",
        "In the policy, and handed nothing in: nobody@uni.example.",
    ] {
        assert!(ran.stdout.contains(says), "{says}\n{}", ran.stdout);
    }
    let columns = ["student", "score", "late_days", "penalty", "final"];
    let sheet = cells(&out.join("grades.csv"), &columns);
    let row = |student: &str| sheet[student].join(" ");
    assert_eq!(row("ada"), "35 1 11.5 23.5"); // Two days begun, one of them free, and 10 % of 115.
    assert_eq!(row("bob"), "35 0 0 35"); // A minute before the extended date.
    assert_eq!(row("eve"), "35 1 35 0"); // No more than there is.
    assert_eq!(row("mia"), "35   ");
    let nbgrader = cells(
        &out.join("grades-nbgrader.csv"),
        &["student_id", "raw_score", "late_submission_penalty", "score"],
    );
    assert_eq!((nbgrader["ada"].join(" "), nbgrader.len()), ("35 11.5 23.5".into(), 3));
    let canvas = fs::read_to_string(out.join("grades-canvas.csv")).expect("a table");
    assert!(canvas.contains(",\"ada\",\"\",23.5\n") && !canvas.contains("mia"), "{canvas}");

    let told = "Handed in 1 day 23 hours after it was due (12 October 2026, 23:59, Europe/Berlin). 1 of your late days \
                is used. For 1 day begun, at 10 % of 115 points each, 11.5 points are taken off 35: 23.5 are left.";
    let read = |student: &str, kind: &str| {
        fs::read_to_string(out.join(format!("students/{student}/report.{kind}"))).expect("a report")
    };
    for kind in ["html", "md"] {
        assert!(read("ada", kind).contains(told), "{}", read("ada", kind));
        assert!(!read("bob", kind).contains("after it was due"), "{}", read("bob", kind));
        assert!(read("mia", kind).contains("is not settled yet"));
    }

    // The grades that go into a grade book are the final ones.
    let roster = folder.path().join("canvas.csv");
    let table = "Student,ID,SIS Login ID,Section,A (1)\n    Points Possible,,,,115\nAda,1,ada,,\nBob,2,bob,,\nMia,3,mia,,\n";
    fs::write(&roster, table).expect("written");
    let (grades, roster_file) = (out.to_string_lossy().into_owned(), roster.to_string_lossy().into_owned());
    let ran = grader(&["fill-in", &grades, "--roster", &roster_file, "--assignment", "A (1)"]);
    assert!(ran.stdout.contains("mia: 35 points, nothing says when it was handed in"), "{ran:?}");
    let filled = fs::read_to_string(out.join("books/canvas.csv")).expect("filled in");
    assert_eq!(filled, table.replace("ada,,", "ada,,23.5").replace("bob,,", "bob,,35"));

    // An extension that is granted later: nobody is graded again, and what was said is replaced. Without --policy, the
    // one of the run that is gone on with holds.
    let untouched = fs::read(out.join("instructor/ada.json")).expect("a report");
    let later = POLICY.replace("\"bob\"", "\"bob\", \"ada\"");
    fs::write(&policy, later.replace("2026-10-14 12:00", "2026-10-14 23:30")).expect("written");
    graded(&class, &out, &["--resume", "--policy", &policy_file]);
    let ran = graded(&class, &out, &["--resume"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(cells(&out.join("grades.csv"), &columns)["ada"].join(" "), "35 1 0 35");
    let page = read("ada", "html");
    assert!(
        !page.contains("11.5") && page.contains("28 minutes after it was due (14 October 2026, 23:30"),
        "{page}"
    );
    assert_eq!(fs::read(out.join("instructor/ada.json")).expect("a report"), untouched);
}

/// Last week's table of times would take nothing off this week.
#[test]
fn a_table_that_contradicts_the_course_system_settles_nothing() {
    let folder = TempDir::new().expect("a folder");
    let (class, out) = (folder.path().join("class"), folder.path().join("grades"));
    fs::create_dir_all(&class).expect("made");
    for name in ["lovelaceada_LATE_70007_9071_relu.rs", "nunezjose_LATE_70008_9081_relu.rs"] {
        fs::write(class.join(name), with_body("relu", RELU)).expect("written");
    }
    let policy = folder.path().join("policy.toml");
    let extended = POLICY.replace("\"bob\", \"nobody@uni.example\"", "\"Nunez, Jose\"");
    fs::write(&policy, extended).expect("written");
    let times = "student,submitted\n70007,2026-10-05 10:00\n70008,2026-10-14 11:00\n";
    fs::write(folder.path().join("times-1.csv"), times).expect("written");
    let ran = graded(&class, &out, &["--policy", &policy.to_string_lossy()]);
    let says = "lovelaceada: it is marked as LATE, and the table of times says that it was early enough\n";
    assert!(ran.code == Some(1) && ran.stdout.contains(says), "{ran:?}");
    // Canvas knows nothing of this extension.
    let sheet = cells(&out.join("grades.csv"), &["student", "score", "final"]);
    assert_eq!(
        (sheet["lovelaceada"].join(" "), sheet["nunezjose"].join(" ")),
        ("35 ".into(), "35 35".into())
    );
}

#[test]
fn a_policy_that_cannot_be_meant_is_refused_before_anyone_is_graded() {
    let folder = TempDir::new().expect("a folder");
    let (class, out) = (folder.path().join("class"), folder.path().join("grades"));
    put(&class, "ada", RELU);
    let policy = folder.path().join("policy.toml");
    for (from, to, says) in [
        ("23:59", "", "says no time of the day"),
        ("Europe/Berlin", "Europe/Atlantis", "no zone `Europe/Atlantis`"),
        ("2026-10-12 23:59", "2026-10-25 02:30", "no single point in time in Europe/Berlin"),
        ("percent = 10", "", "takes off nothing"),
        ("percent = 10", "percent = 110", "`percent = 110`\nhint: it is from 0 to 100"),
        ("percent = 10", "percent = 10\npoints = 3", "percent and points at once"),
        ("per = \"day\"", "per = \"week\"", "unknown variant `week`"),
        ("late_days", "late_dayz", "unknown field `late_dayz`"),
        ("times-1.csv", "../times-1.csv", "names a table beside the policy"),
        ("due = \"2026-10-14 12:00\"", "", "extends nothing"),
        ("\"nobody@uni.example\"", "\"bob\"", "`bob` has two extensions"),
    ] {
        assert!(POLICY.contains(from), "{from}");
        fs::write(&policy, POLICY.replace(from, to)).expect("written");
        fs::write(folder.path().join("times-1.csv"), TIMES).expect("written");
        let ran = graded(&class, &out, &["--policy", &policy.to_string_lossy()]);
        assert!(ran.code == Some(1) && ran.stderr.contains(says) && !out.exists(), "{says}: {ran:?}");
    }
    fs::write(&policy, POLICY).expect("written");
    for (times, says) in [
        ("name,submitted\nada,2026-10-12 10:00\n", "no column `student`\nhint: "),
        ("student,submitted\nada,yesterday\n", "`yesterday` is no time"),
        ("student,submitted\nada,2026-10-12 10:00\nada,2026-10-12 11:00\n", "`ada` has two times"),
    ] {
        fs::write(folder.path().join("times-1.csv"), times).expect("written");
        let ran = graded(&class, &out, &["--policy", &policy.to_string_lossy()]);
        assert!(ran.code == Some(1) && ran.stderr.contains(says) && !out.exists(), "{says}: {ran:?}");
    }
}

#[test]
fn whoever_hands_in_again_learns_what_has_changed() {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    put(&at("first"), "ada", HALF);
    put(&at("second"), "ada", RELU);
    put(&at("second"), "bob", RELU);
    assert_eq!(graded(&at("first"), &at("grades-1"), &[]).code, Some(0));
    let earlier = at("grades-1").to_string_lossy().into_owned();
    let ran = graded(&at("second"), &at("grades-2"), &["--earlier", &earlier]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let read = |student: &str| {
        let file = at("grades-2").join(format!("students/{student}/report.html"));
        fs::read_to_string(file).expect("a report")
    };
    let page = read("ada");
    assert!(
        page.contains("Since your last submission: ")
            && page.contains("35 of 115 now. Passes now, and did not: "),
        "{page}"
    );
    assert!(page.contains("ReLU, keeps positive values") && !page.contains("does not now"), "{page}");
    assert!(!read("bob").contains("Since your last submission"));
    // It is said still when the run is gone on with.
    assert_eq!(graded(&at("second"), &at("grades-2"), &["--resume"]).code, Some(0));
    assert_eq!(read("ada"), page);
    let ran = graded(&at("second"), &at("grades-3"), &["--earlier", &at("absent").to_string_lossy()]);
    assert!(
        ran.code == Some(1) && ran.stderr.contains("holds no grades") && !at("grades-3").exists(),
        "{ran:?}"
    );
}

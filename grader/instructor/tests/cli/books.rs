//! Grades go into course systems' own tables, and reports back to students by them.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use tempfile::TempDir;
use zip::ZipArchive;

use crate::support::{Ran, grader, with_body};

const RELU: &str = "x.mapv(|v| if v < 0.0 { 0.0 } else { v })";
const TANH: &str = "x.mapv(f32::tanh)";

/// As Canvas exports its grade book, with names that nobody has.
const CANVAS: &str = "\u{feff}Student,ID,SIS User ID,SIS Login ID,Section,Reading (51),Activations (52),Assignments Current Points,Final Score\r
,,,,,,Manual Posting,,\r
    Points Possible,,,,,10.00,115,(read only),(read only)\r
\"Adams, Ines\",70001,S-1,iadams,\"Lab A and \"\"B\"\"\",9.00,,9.00,88.1\r
\"Brandt, Öz\",70002,S-2,obrandt,Lab A,,EX,,\r
\"Costa, Mara\",70003,S-3,mcosta,Lab B,=1+1,,,\r
\"Dietz, Uma\",70004,S-4,udietz,Lab B,,40,,\r
\"Evans, Lou\",70005,S-5,levans,Lab B,,12.5,,\r
\"Student, Test\",70099,,testname,Lab A,,,,\r
";

fn put(class: &Path, name: &str, exercise: &str, body: &str) {
    let path = class.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, with_body(exercise, body)).expect("written");
}

fn graded(class: &Path, out: &Path) -> Ran {
    grader(&["grade-class", &class.to_string_lossy(), "--seed", "1", "--out", &out.to_string_lossy()])
}

/// Fills in a table, and what came of it.
fn filled(out: &Path, name: &str, table: &str, more: &[&str]) -> (Ran, String) {
    let roster = out.with_file_name(name);
    fs::write(&roster, table).expect("written");
    let (grades, roster) = (out.to_string_lossy(), roster.to_string_lossy());
    let ran = grader(&[&["fill-in", &grades, "--roster", &roster], more].concat());
    let written = fs::read_to_string(out.join("books").join(name)).unwrap_or_default();
    let _ = fs::remove_file(out.join("books").join(name));
    (ran, written)
}

fn packed(archive: &Path) -> BTreeMap<String, String> {
    let mut zip = ZipArchive::new(File::open(archive).expect("there")).expect("a .zip");
    let mut files = BTreeMap::new();
    for number in 0..zip.len() {
        let mut file = zip.by_index(number).expect("a file");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        files.insert(file.name().expect("a name").into_owned(), text);
    }
    files
}

#[test]
fn canvas_gets_its_table_back_with_grades_in_it_and_takes_reports_by_its_own_names() {
    let folder = TempDir::new().expect("a folder");
    let (class, out) = (folder.path().join("class"), folder.path().join("grades"));
    put(&class, "adamsines_70001_9001_relu.rs", "relu", RELU);
    put(&class, "adamsines_70001_9002_tanh.rs", "tanh", TANH);
    put(&class, "brandtoz_LATE_70002_9003_relu.rs", "relu", RELU);
    put(&class, "dietzuma_70004_9004_relu.rs", "relu", RELU);
    fs::write(class.join("evanslou_70005_9005_work.zip"), "no archive").expect("written");
    let ran = graded(&class, &out);
    assert_eq!(ran.code, Some(0), "{ran:?}");

    let column = ["--assignment", "Activations (52)"];
    let (ran, text) = filled(&out, "canvas.csv", CANVAS, &column);
    assert_eq!(ran.code, Some(1), "{ran:?}"); // One can't be opened.
    let wanted = CANVAS.replace("9.00,,9.00", "9.00,75,9.00").replace(",,40,,", ",,35,,");
    assert_eq!(text, wanted);
    for says in [
        "2 grades are in",
        "Handed something in, and have no grade: 1\n  evanslou: failed",
        "Handed nothing in, and have no grade: 1\n  Costa, Mara (70003)\n",
        "Left as it is: 1\n  Brandt, Öz: EX\n",
        "Had another grade in the table: 1\n  Dietz, Uma: from 40 to 35\n",
    ] {
        assert!(ran.stdout.contains(says), "{says}\n{}", ran.stdout);
    }
    // What came back goes in again, and comes back the same.
    assert_eq!(filled(&out, "again.csv", &wanted, &column).1, wanted);

    let (ran, text) = filled(&out, "zero.csv", CANVAS, &[&column[..], &["--missing-as", "0"]].concat());
    assert_eq!(text, wanted.replace("=1+1,,,", "=1+1,0,,"), "only who handed nothing in has 0: {ran:?}");

    let ten = CANVAS.replace("10.00,115", "10.00,10");
    let (ran, text) = filled(&out, "ten.csv", &ten, &column);
    assert!(ran.code == Some(1) && text.is_empty(), "{ran:?}");
    assert!(
        ran.stderr.contains("of 10, and the grades' of 115\nhint: were they graded as another assignment"),
        "{}",
        ran.stderr
    );
    let (_, text) = filled(&out, "ten.csv", &ten, &[&column[..], &["--out-of", "10"]].concat());
    assert!(text.contains("9.00,6.52,9.00") && text.contains(",,3.04,,"), "{text}");

    for (table, more, says) in [
        (CANVAS, &[][..], "hint: --assignment names one of `Reading (51)`, `Activations (52)`"),
        (CANVAS, &["--assignment", "Activations"], "no column `Activations`"),
        (CANVAS, &["--assignment", "Final Score"], "`Final Score` is no assignment"),
        ("name,points\nada,3\n", &column, "neither what Canvas exports"),
        ("Student,ID,Section,Activations (52)\nDoe,1,A,\n", &column, "no line `    Points Possible`"),
        (&CANVAS.replace("7000", "8000"), &column, "nobody of the grades is in the table"),
    ] {
        let (ran, text) = filled(&out, "wrong.csv", table, more);
        assert!(ran.code == Some(1) && text.is_empty() && ran.stderr.contains(says), "{says}: {ran:?}");
    }

    let submissions = class.to_string_lossy().into_owned();
    let ran = grader(&["give-back", &out.to_string_lossy(), "--submissions", &submissions]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.stdout.contains("3 reports are in") && ran.stdout.contains("evanslou: there is no report"),
        "{ran:?}"
    );
    let files = packed(&out.join("give-back.zip"));
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let wanted = [
        "adamsines_70001_9002_tanh.rs.html",
        "brandtoz_LATE_70002_9003_relu.rs.html",
        "dietzuma_70004_9004_relu.rs.html",
    ];
    assert_eq!(names, wanted);
    let report = fs::read_to_string(out.join("students/adamsines_70001/report.html")).expect("a report");
    assert_eq!(files[wanted[0]], report);

    // What is handed in for another week, beside what was graded, changes nothing.
    let week = folder.path().join("week");
    let ran = grader(&["grade-class", &submissions, "--out", &week.to_string_lossy(), "--only", "relu"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = grader(&["give-back", &week.to_string_lossy(), "--submissions", &submissions]);
    assert!(ran.stdout.contains("3 reports are in") && !ran.stdout.contains("not the files"), "{ran:?}");

    // Another week's files are not what these reports are about.
    put(&class, "adamsines_70001_9012_tanh-1.rs", "tanh", RELU);
    let ran = grader(&["give-back", &out.to_string_lossy(), "--submissions", &submissions]);
    assert!(ran.stdout.contains("2 reports are in"), "{ran:?}");
    assert!(ran.stdout.contains("adamsines: these are not the files that were graded"), "{ran:?}");
}

/// Moodle writes its columns in the language of whoever downloads the worksheet, and numbers, too.
#[test]
fn moodle_gets_its_worksheet_back_in_any_language() {
    let folder = TempDir::new().expect("a folder");
    let (class, out) = (folder.path().join("class"), folder.path().join("grades"));
    put(&class, "Ines Adams_4000001_assignsubmission_file_/relu.rs", "relu", RELU);
    put(&class, "Öz Brandt_4000002_assignsubmission_file_relu.rs", "relu", RELU);
    put(&class, "Mara Costa_4000003_assignsubmission_file_/tanh.rs", "tanh", TANH);
    let ran = graded(&class, &out);
    assert_eq!(ran.code, Some(0), "{ran:?}");

    let german = "ID;\"Vollständiger Name\";E-Mail-Adresse;Status;Bewertung;Bestwertung;\"Bewertung kann geändert werden\"
\"Teilnehmer/in4000001\";\"Ines Adams\";ines@uni.example;\"Zur Bewertung abgegeben\";;\"115,00\";Ja
\"Teilnehmer/in4000002\";\"Öz Brandt\";oz@uni.example;\"Zur Bewertung abgegeben\";\"\";\"115,00\";Ja
\"Teilnehmer/in4000009\";\"Uma Dietz\";uma@uni.example;\"Keine Abgabe\";;\"115,00\";Ja
";
    let (ran, text) = filled(&out, "moodle.csv", german, &[]);
    assert!(
        ran.stderr.contains("no column `Grade`\nhint: --assignment names one of `Vollständiger Name`"),
        "{ran:?}"
    );
    assert_eq!(text, "");
    let (ran, text) = filled(&out, "moodle.csv", german, &["--assignment", "Bewertung", "--missing-as", "0"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let wanted = german.replace("abgegeben\";;", "abgegeben\";35;").replace(";\"\";", ";\"35\";");
    assert_eq!(text, wanted, "nobody has 0 while somebody's grade has no place");
    for says in [
        "Have a grade, and are not in the table: 1\n  Mara Costa\n",
        "instead of 0 points, because not every grade found its place: 1\n  Uma Dietz (4000009)\n",
    ] {
        assert!(ran.stdout.contains(says), "{says}\n{}", ran.stdout);
    }
    let english = "Identifier,\"Full name\",Status,Grade,\"Maximum grade\",\"Feedback comments\"
\"Participant 4000001\",\"Ines Adams\",Submitted,,100.00,\"Well done, <b>Ines</b>\"
\"Participant 4000002\",\"Öz Brandt\",Submitted,,100.00,
\"Participant 4000003\",\"Mara Costa\",Submitted,,100.00,
";
    let (ran, text) = filled(&out, "english.csv", english, &["--out-of", "100"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let wanted =
        english.replacen("Submitted,,", "Submitted,30.43,", 2).replace("Submitted,,", "Submitted,34.78,");
    assert_eq!(text, wanted);

    for column in ["Maximum grade", "Full name", "Status", "Feedback comments"] {
        let (ran, text) = filled(&out, "wrong.csv", english, &["--assignment", column]);
        assert!(ran.code == Some(1) && text.is_empty(), "{ran:?}");
        assert!(
            ran.stderr.contains(&format!("`{column}` is not Moodle's column of grades\nhint: ")),
            "{ran:?}"
        );
    }

    let submissions = class.to_string_lossy().into_owned();
    let ran = grader(&["give-back", &out.to_string_lossy(), "--submissions", &submissions]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let files = packed(&out.join("give-back.zip"));
    let wanted = [
        "Ines Adams_4000001_assignsubmission_file_/report.html",
        "Mara Costa_4000003_assignsubmission_file_/report.html",
        "Öz Brandt_4000002_assignsubmission_file_report.html",
    ];
    assert_eq!(files.keys().map(String::as_str).collect::<Vec<_>>(), wanted);
}

#[test]
fn what_is_no_folder_of_grades_or_not_finished_is_refused() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("grades");
    fs::create_dir_all(out.join("instructor/entries")).expect("made");
    let (ran, _) = filled(&out, "canvas.csv", CANVAS, &["--assignment", "Activations (52)"]);
    assert!(ran.code == Some(1) && ran.stderr.contains("holds no grades\nhint: "), "{ran:?}");
    fs::write(out.join("instructor/run.json"), "{\"seed\":1}").expect("written");
    let (ran, _) = filled(&out, "canvas.csv", CANVAS, &["--assignment", "Activations (52)"]);
    assert!(ran.code == Some(1) && ran.stderr.contains("stopped before its end\nhint: "), "{ran:?}");
    let (ran, _) = filled(&out, "canvas.csv", CANVAS, &["--missing-as", "-1"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
}

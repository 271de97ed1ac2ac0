//! Students whose code behaves the same: what the class's page tells of them, one remark for all, a name for what has
//! none, and everyone's code for programs that look for copies.

use std::fs;

use crate::class_conditions::Class;
use crate::support::{Ran, grader_in};

fn run(class: &Class, arguments: &[&str]) -> Ran {
    let out = class.out();
    let [command, rest @ ..] = arguments else { panic!("a command") };
    grader_in(&class.tree, &[&[*command, &out.to_string_lossy()], rest].concat())
}

fn read(class: &Class, file: &str) -> String {
    fs::read_to_string(class.out().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Two have the same named slip in other words, two one without a name, one is right, and one is alone.
fn class() -> Class {
    let class = Class::of(&[]);
    class.writes("ada", "tanh", "x.mapv(|v| -v.tanh())");
    class.writes("bob", "tanh", "x.mapv(|v| (-v).exp() - v.exp()) / x.mapv(|v| (-v).exp() + v.exp())");
    class.writes("cleo", "tanh", "x.mapv(|v| v.tanh() * 1.0000005)");
    class.writes("dan", "tanh", "// My name is Dan.\n        x.mapv(f32::tanh) * 1.0000005");
    class.writes("eve", "tanh", "x.mapv(f32::tanh)");
    class.writes("flo", "tanh", "x.mapv(|v| -(v.tanh()))");
    class
}

#[test]
fn a_group_is_shown_told_something_and_begun_to_be_named() {
    let class = class();
    let graded = class.grade(&["--seed", "7"]);
    assert_eq!(graded.code, Some(0), "{graded:?}");
    assert!(
        graded.stdout.contains("The same behaviour, not named yet\n\n   2 × Tanh (tanh-2)\n"),
        "{graded:?}"
    );
    let page = read(&class, "instructor/index.html");
    for part in ["<code>tanh-1</code>", "not named yet", "Check by check", "Exercise by exercise"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("My name is Dan"), "a comment is no behaviour");

    // One remark reaches every member, and nobody else.
    let said = run(&class, &["comment", "tanh-2", "A factor too many: < 1 & done."]);
    assert_eq!((said.code, said.stdout.as_str()), (Some(0), "On the pages of 2: cleo, dan\n"), "{said:?}");
    let on_page =
        "<p class=\"note\">From your instructor, on Tanh: A factor too many: &lt; 1 &amp; done.</p>";
    let reached = |student: &str| {
        let page = read(&class, &format!("students/{student}/report.html"));
        (page.matches(on_page).count(), page.matches("From your instructor").count())
    };
    for (student, times) in [("ada", 0), ("bob", 0), ("cleo", 1), ("dan", 1), ("eve", 0)] {
        assert_eq!(reached(student), (times, times), "{student}");
    }
    assert!(read(&class, "students/dan/report.md").contains("> From your instructor, on Tanh: A factor"));
    assert!(read(&class, "instructor/index.html").contains("A factor too many: "));

    // It goes with the behaviour: whoever mends the slip is rid of it, and whoever makes it gets it.
    class.writes("dan", "tanh", "x.mapv(f32::tanh)");
    class.writes("eve", "tanh", "x.mapv(|v| f32::tanh(v) * 1.000_000_5)");
    assert_eq!(class.grade(&["--resume"]).code, Some(0));
    assert_eq!([reached("cleo"), reached("dan"), reached("eve")], [(1, 1), (0, 0), (1, 1)]);

    // Another takes its place, and an empty one takes it away.
    run(&class, &["comment", "tanh-2", "Other words."]);
    let page = read(&class, "students/cleo/report.html");
    assert!(page.contains("Other words.") && !page.contains("A factor"), "{page}");
    let gone = run(&class, &["comment", "tanh-2", ""]);
    assert_eq!(gone.stdout, "No longer on the pages of 2: cleo, eve\n");
    assert_eq!(reached("cleo"), (0, 0));

    let unknown = run(&class, &["comment", "tanh-9", "x"]);
    assert!(unknown.stderr.contains("no group `tanh-9`\nhint: there are tanh-1, tanh-2"), "{unknown:?}");
}

#[test]
fn a_misconception_is_begun_from_what_has_no_name() {
    let class = class();
    assert_eq!(class.grade(&["--seed", "7"]).code, Some(0));
    let named = run(&class, &["new-misconception", "tanh-1", "minus"]);
    assert!(named.code == Some(1) && named.stderr.contains("tanh-1 has a name already: "), "{named:?}");
    for (key, code, says) in [("No Key", 2, "is no key"), ("negated", 1, "is the key of another")] {
        let refused = run(&class, &["new-misconception", "tanh-2", key]);
        assert!(refused.code == Some(code) && refused.stderr.contains(says), "{key}: {refused:?}");
    }
    let begun = run(&class, &["new-misconception", "tanh-2", "a_factor_too_many"]);
    assert_eq!(begun.code, Some(0), "{begun:?}");
    let specimen = class.tree.join("grader/instructor/specimens/wrong/tanh/a_factor_too_many.rs");
    let specimen = fs::read_to_string(specimen).expect("the specimen");
    assert!(specimen.contains("fails: stays_between_minus_one_and_one\n//! diagnosis: a_factor_too_many\n"));
    assert!(specimen.contains("v.tanh() * 1.0000005"), "{specimen}");
    let list = class.tree.join("grader/suite/tanh/misconceptions.toml");
    let entries = fs::read_to_string(&list).expect("the entries");
    assert!(
        entries.ends_with("# key = \"a_factor_too_many\"\n# computes = \"\"\n# says = \"\"\n"),
        "{entries}"
    );
    // Unfinished, it is told from what is finished.
    let verified = grader_in(&class.tree, &["verify", "tanh/a_factor_too_many"]);
    assert!(verified.stdout.contains("diagnosed none, and must be a_factor_too_many"), "{verified:?}");
}

#[test]
fn code_is_laid_out_for_programs_that_look_for_copies() {
    let class = class();
    assert_eq!(class.grade(&["--seed", "7"]).code, Some(0));
    let laid_out = run(&class, &["similarity"]);
    assert!(laid_out.code == Some(0) && laid_out.stdout.starts_with("tanh: 6 files\n"), "{laid_out:?}");
    let info = read(&class, "similarity/dolos/tanh/info.csv");
    let lines: Vec<&str> = info.lines().collect();
    assert_eq!(lines.len(), 7, "{info}");
    assert_eq!(lines[..2], [r#""filename","full_name","label""#, r#""ada.rs","ada","tanh-1""#]);
    assert!(read(&class, "similarity/dolos/tanh/dan.rs").contains("My name is Dan"));
    assert!(read(&class, "similarity/dolos/tanh/template.rs").contains("todo!"));
    assert_eq!(
        read(&class, "similarity/jplag/tanh/submissions/dan/tanh.rs"),
        read(&class, "similarity/dolos/tanh/dan.rs")
    );
    assert!(read(&class, "similarity/jplag/tanh/template/tanh.rs").contains("todo!"));
    let again = run(&class, &["similarity"]);
    assert_eq!(again.stdout, laid_out.stdout, "it is written anew");
    fs::write(class.out().join("similarity/notes.txt"), "mine").expect("written");
    let refused = run(&class, &["similarity"]);
    assert!(
        refused.code == Some(1) && refused.stderr.contains("holds something else\nhint: "),
        "{refused:?}"
    );
}

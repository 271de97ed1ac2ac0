//! JUnit's XML: its structure, its counts, and that nothing in it is anybody else's.

use expect_test::expect_file;
use grader::render::Format;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::reports::{all, around, broken, half};

/// Which elements an element may stand in, and the attributes that it must have.
const ELEMENTS: [(&str, &[&str], &[&str]); 10] = [
    ("testsuites", &[""], &["name", "tests", "failures", "errors", "time"]),
    ("testsuite", &["testsuites"], &["name", "tests", "skipped", "errors", "failures", "time"]),
    ("testcase", &["testsuite"], &["name", "classname", "time"]),
    ("properties", &["testsuite", "testcase"], &[]),
    ("property", &["properties"], &["name", "value"]),
    ("failure", &["testcase"], &["message", "type"]),
    ("error", &["testcase"], &["message", "type"]),
    ("skipped", &["testcase"], &["message"]),
    ("system-out", &["testsuite", "testcase"], &[]),
    ("system-err", &["testsuite", "testcase"], &[]),
];

/// How often each element stands in it.
fn check(xml: &str) -> impl Fn(&str) -> usize {
    let allowed = |c: char| matches!(c, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..);
    assert!(xml.chars().all(allowed), "a character that XML does not know");
    let mut reader = Reader::from_str(xml);
    let mut open = vec![String::new()];
    let mut seen = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(element) => {
                let name = element_in(open.last().expect("balanced"), &element);
                seen.push(name.clone());
                open.push(name);
            }
            Event::Empty(element) => seen.push(element_in(open.last().expect("balanced"), &element)),
            Event::End(_) => drop(open.pop()),
            Event::Decl(_) | Event::Text(_) | Event::GeneralRef(_) => {}
            Event::Eof => break,
            other => panic!("not written by the grader: {other:?}"),
        }
    }
    assert_eq!(open, [""]);
    move |name| seen.iter().filter(|seen| *seen == name).count()
}

fn element_in(parent: &str, element: &BytesStart) -> String {
    let name = element.name().as_ref().to_owned();
    let (_, parents, attributes) =
        ELEMENTS.iter().find(|(known, ..)| *known == name).expect("a known element");
    assert!(parents.contains(&parent), "{name} in {parent}");
    let mut found: Vec<String> = element
        .attributes()
        .map(|attribute| attribute.expect("an attribute").key.as_ref().to_owned())
        .collect();
    let mut wanted = attributes.to_vec();
    found.sort();
    wanted.sort();
    assert_eq!(found, wanted, "{name}");
    name
}

#[test]
fn the_structure_is_what_jenkins_reads() {
    for (name, report) in all() {
        let xml = Format::JUnit.render(&report, &around());
        let count = check(&xml);
        let counted = |key: &str, element: &str| {
            let total = format!("{key}=\"{}\"", count(element));
            assert!(xml.lines().nth(1).is_some_and(|line| line.contains(&total)), "{name}: {total}\n{xml}");
        };
        counted("tests", "testcase");
        counted("failures", "failure");
        counted("errors", "error");
    }
}

#[test]
fn hostile_texts_stay_texts() {
    expect_file!["snapshots/half.xml"].assert_eq(&Format::JUnit.render(&half(), &around()));
    expect_file!["snapshots/broken.xml"].assert_eq(&Format::JUnit.render(&broken(), &around()));
}

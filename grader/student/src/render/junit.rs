//! The report as JUnit's XML, in the dialect that Jenkins reads.
//!
//! A report holds no times, and the dialect asks for them: they are 0.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::words::word;
use super::words::{account, apology, foreign, name, titled};
use crate::report::{CheckReport, ExerciseReport, Report};
use grader::outcome::Status;
use grader::sanitize::plain;

/// How much of a text that is not ours is shown, in characters.
const LONGEST: usize = 20_000;

type Xml = Writer<Vec<u8>>;

/// A suite for each exercise, and a case for each check.
///
/// # Panics
/// Never: writing into memory doesn't fail.
pub fn junit(report: &Report) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut xml, report).expect("writing into memory doesn't fail");
    String::from_utf8(xml.into_inner()).expect("text was written") + "\n"
}

fn write(xml: &mut Xml, report: &Report) -> io::Result<()> {
    let checks = || report.exercises.iter().flat_map(|exercise| &exercise.checks);
    let broken = report.error.is_some();
    let mut counts = counts(checks());
    if broken {
        counts = [("tests", 1), ("skipped", 0), ("errors", 1), ("failures", 0)];
    }
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut suites = xml.create_element("testsuites").with_attribute(("name", "Activations"));
    // This one has no place for what was skipped.
    for (key, count) in counts.into_iter().filter(|(key, _)| *key != "skipped") {
        suites = suites.with_attribute((key, count.to_string().as_str()));
    }
    suites.with_attribute(("time", "0")).write_inner_content(|xml| {
        if broken {
            not_graded(xml, report, counts)?;
        }
        report.exercises.iter().try_for_each(|exercise| suite(xml, exercise))
    })?;
    Ok(())
}

/// What the suites count.
type Counts = [(&'static str, usize); 4];

fn counts<'a>(checks: impl Iterator<Item = &'a CheckReport> + Clone) -> Counts {
    let of = |element: &str| checks.clone().filter(|check| verdict(check) == Some(element)).count();
    [
        ("tests", checks.clone().count()),
        ("skipped", of("skipped")),
        ("errors", of("error")),
        ("failures", of("failure")),
    ]
}

/// The element for how a check ended. An error is the grader's; a learner's code only fails.
fn verdict(check: &CheckReport) -> Option<&'static str> {
    match check.outcome.status {
        Status::Passed => None,
        Status::NotRun | Status::NotJudged => Some("skipped"),
        Status::GraderError => Some("error"),
        _ => Some("failure"),
    }
}

fn open_suite(
    xml: &mut Xml,
    name: &str,
    counts: Counts,
    inner: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let mut suite = xml.create_element("testsuite").with_attribute(("name", clean(name).as_str()));
    for (key, count) in counts {
        suite = suite.with_attribute((key, count.to_string().as_str()));
    }
    suite.with_attribute(("time", "0")).write_inner_content(inner)?;
    Ok(())
}

fn suite(xml: &mut Xml, exercise: &ExerciseReport) -> io::Result<()> {
    open_suite(xml, &titled(exercise), counts(exercise.checks.iter()), |xml| {
        points(xml, exercise.score, exercise.max_score)?;
        exercise.checks.iter().try_for_each(|check| case(xml, exercise, check))?;
        for (label, foreign) in foreign(exercise, LONGEST) {
            let element = if exercise.compile_error.is_some() { "system-err" } else { "system-out" };
            text(xml, element, &format!("{label}:\n{foreign}"))?;
        }
        Ok(())
    })
}

fn case(xml: &mut Xml, exercise: &ExerciseReport, check: &CheckReport) -> io::Result<()> {
    open_case(xml, &exercise.name, &name(check), |xml| {
        points(xml, check.points, check.max_points)?;
        let Some(element) = verdict(check) else { return Ok(()) };
        let message = one_line(&check.outcome.message);
        let mut element = xml.create_element(element).with_attribute(("message", message.as_str()));
        if verdict(check) != Some("skipped") {
            element = element.with_attribute(("type", word(&check.outcome.status).as_str()));
        }
        element.write_text_content(BytesText::new(&clean(&account(exercise, check, LONGEST))))?;
        Ok(())
    })
}

fn open_case(
    xml: &mut Xml,
    class: &str,
    name: &str,
    inner: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let attributes = [("name", name), ("classname", class), ("time", "0")];
    xml.create_element("testcase").with_attributes(attributes).write_inner_content(inner)?;
    Ok(())
}

fn not_graded(xml: &mut Xml, report: &Report, counts: Counts) -> io::Result<()> {
    open_suite(xml, "Activations", counts, |xml| {
        points(xml, report.score, report.max_score)?;
        open_case(xml, "grader", "could not grade", |xml| {
            let apology = apology(report, LONGEST).unwrap_or_default();
            let attributes = [("message", one_line(&apology)), ("type", word(&Status::GraderError))];
            let error = xml.create_element("error");
            let error = error.with_attributes(attributes.iter().map(|(key, value)| (*key, value.as_str())));
            error.write_text_content(BytesText::new(&clean(&apology)))?;
            Ok(())
        })
    })
}

fn points(xml: &mut Xml, points: u32, most: u32) -> io::Result<()> {
    xml.create_element("properties").write_inner_content(|xml| {
        for (name, value) in [("points", points), ("max_points", most)] {
            let attributes = [("name", name), ("value", &value.to_string())];
            xml.create_element("property").with_attributes(attributes).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn text(xml: &mut Xml, element: &str, text: &str) -> io::Result<()> {
    xml.create_element(element).write_text_content(BytesText::new(&clean(text)))?;
    Ok(())
}

fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without the characters that XML does not allow, however they are written.
fn clean(text: &str) -> String {
    plain(text, usize::MAX).replace(['\u{fffe}', '\u{ffff}'], "")
}

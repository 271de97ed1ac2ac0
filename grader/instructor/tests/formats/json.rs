//! Results that a JSON Schema describes.

use serde_json::Value;
use student::render::Format;
use student::report::Report;

use crate::reports::{SECRET, TOKEN, all, beyond, broken, fresh, half, hidden};

fn rendered(format: Format, report: &Report) -> Value {
    let text = format.render(report, TOKEN);
    assert!(!text.contains("424242"), "the seed is out");
    serde_json::from_str(&text).expect("JSON")
}

/// Holds results to a JSON Schema.
pub fn validate(schema: &str, results: &Value) {
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let errors: Vec<String> =
        validator.iter_errors(results).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, [""; 0], "{results:#}");
}

#[test]
fn programs_get_what_the_schema_of_the_report_says() {
    for (name, report) in all() {
        for report in [report.for_student(), report] {
            let text = Format::Json.render(&report, TOKEN);
            let results = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            validate(include_str!("schemas/report.json"), &results);
        }
    }
}

#[test]
fn points_beyond_the_core_stand_beside_its_own() {
    let report = rendered(Format::Json, &Report { seed: None, ..beyond() });
    assert_eq!((&report["score"], &report["max_score"]), (&7.into(), &14.into()));
    assert_eq!(report["beyond"], serde_json::json!({ "score": 3, "max_score": 20 }));
    let tracks: Vec<&Value> = report["exercises"]
        .as_array()
        .expect("exercises")
        .iter()
        .map(|exercise| &exercise["track"])
        .collect();
    assert_eq!(tracks, ["core", "core", "beyond"]);
}

#[test]
fn gradescope_gets_what_it_accepts_and_no_test_hides_the_total() {
    for (name, report) in all() {
        let results = rendered(Format::Gradescope, &report);
        validate(include_str!("schemas/gradescope.json"), &results);
        assert_eq!(results["score"], report.score, "{name}");
        assert_eq!(results["visibility"], "visible");
        let tests = results["tests"].as_array().expect("tests");
        assert!(tests.iter().all(|test| test["visibility"] == "visible"));
        let sum: u64 = tests.iter().filter_map(|test| test["score"].as_u64()).sum();
        assert_eq!(sum, u64::from(report.score), "{name}");
    }
    // What is beyond the core is told, and is no part of the score.
    let tests = rendered(Format::Gradescope, &beyond())["tests"].clone();
    assert_eq!(tests[4]["name"], "Beyond: ReLUSlope: computes the example");
    assert!(tests[4]["status"] == "passed" && tests[4].get("score").is_none(), "{tests:#}");
    let results = rendered(Format::Gradescope, &broken());
    let output = results["output"].as_str().expect("a text");
    assert!(output.contains("not the student's fault.\ncannot start cargo"), "{output}");
    let half = rendered(Format::Gradescope, &half());
    let output = half["tests"][1]["output"].as_str().expect("a text");
    for part in [
        "This is |x|",
        "2 of 5 values",
        "input    [-3, 0, 3]",
        "expected ",
        "got      ",
        "try      cargo try",
    ] {
        assert!(output.contains(part), "{output}");
    }
    assert!(output.starts_with("This is |x|") && !output.contains('\u{1b}'), "{output}");
    assert!(!output.contains("hint "), "the slip has a name, which says more: {output}");
}

#[test]
fn prairielearn_gets_what_it_accepts_and_takes_no_attempt_where_the_grader_broke() {
    for (name, report) in all() {
        let results = rendered(Format::PrairieLearn, &report);
        validate(include_str!("schemas/prairielearn.json"), &results);
        assert_eq!(results["gradable"], name != "broken");
        let share = f64::from(report.score) / f64::from(report.max_score);
        assert_eq!(results["score"].as_f64(), Some(share), "{name}");
    }
    let results = rendered(Format::PrairieLearn, &broken());
    assert!(results["format_errors"][0].as_str().is_some_and(|text| text.contains("cannot start cargo")));
    assert_eq!(rendered(Format::PrairieLearn, &fresh())["tests"].as_array().map(Vec::len), Some(4));
}

#[test]
fn prairielearn_gets_no_more_than_it_accepts() {
    let mut report = half();
    let check = report.exercises[0].checks[1].clone();
    report.exercises[0].checks.extend(vec![check; 100]);
    for check in &mut report.exercises[0].checks {
        check.outcome.got = Some("\"x\\".repeat(8_000));
    }
    report.exercises[0].printed = "printed\n".repeat(10_000);
    let text = Format::PrairieLearn.render(&report, TOKEN);
    assert!(text.len() <= 1_000_000, "{} bytes", text.len());
    validate(include_str!("schemas/prairielearn.json"), &serde_json::from_str(&text).expect("JSON"));
}

#[test]
fn of_a_hidden_check_students_get_name_hint_and_outcome() {
    for format in [Format::Gradescope, Format::PrairieLearn, Format::JUnit, Format::GitHub, Format::Markdown]
    {
        let text = format.render(&hidden(), TOKEN);
        assert!(!text.contains(SECRET), "{text}");
        assert!(text.contains("keeps NaN"), "{text}");
    }
    assert!(Format::Json.render(&hidden(), TOKEN).contains(SECRET));
}

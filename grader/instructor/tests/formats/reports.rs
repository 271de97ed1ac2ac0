//! The reports that every format is tried on.

use grader::diagnose::{Computes, Diagnosis};
use grader::outcome::{Outcome, Status};
use grader::rubric::{Check, Exercise};
use student::report::{About, Finding, Origin, Report};
use student::run::{NoWorker, Verdicts};
use student::submission::{Ignored, Taken};
use student::uncompiled::CompileError;

/// Everything that some format reads as more than text.
pub const HOSTILE: &str = "</script><img src=x onerror=y> & | \\| `a` ```` ]]>\n\
     ::error::owned\n##[error]owned\n::stop-commands::x\n\u{1b}[31m\u{0}\u{8}\u{ffff}\r\n\
     # owned\n| a | b |\n[link](http://example.org) %0A 100% {{ x }} $(x)";

/// What a hidden check must not tell.
pub const SECRET: &str = "0.123456";

/// Each report by its name.
pub fn all() -> [(&'static str, Report); 5] {
    [("fresh", fresh()), ("half", half()), ("hidden", hidden()), ("beyond", beyond()), ("broken", broken())]
}

/// The word that nobody can guess, when tests are run.
pub const TOKEN: &str = "0123456789abcdef";

/// Nothing is written yet.
pub fn fresh() -> Report {
    report([Ok(vec![Outcome::new(Status::NotImplemented, "not implemented yet"); 2]), untouched()])
}

/// Wrong in every way, by somebody who would like to be more than wrong.
pub fn half() -> Report {
    let wrong = Outcome {
        status: Status::WrongValue,
        message: format!("2 of 5 values are wrong: {HOSTILE}"),
        input: Some("[-3, 0, 3]".into()),
        expected: Some("[0, 0, 3]".into()),
        got: Some(HOSTILE.into()),
        again: Some("relu \"[-3, 0, 3]\"".into()),
    };
    let relu = vec![Outcome::new(Status::Passed, ""), wrong];
    let mut report = report([
        Ok(relu),
        Err(NoWorker::DoesNotCompile(Box::new(CompileError::unexplained(HOSTILE.into())))),
    ]);
    report.exercises[0].printed = HOSTILE.into();
    report.exercises[0].line = Some(12);
    let says = "This is |x|: negative inputs must become 0, not lose their sign.".into();
    report.exercises[0].diagnosis =
        Some(Diagnosis { key: "absolute".into(), says, computes: Some(Computes::One("abs(x)".into())) });
    report
}

/// All done, as far as the student knows.
pub fn hidden() -> Report {
    let passed = Outcome::new(Status::Passed, "");
    let failed = Outcome {
        status: Status::WrongValue,
        message: format!("the worst is {SECRET}"),
        input: Some(SECRET.into()),
        expected: Some(SECRET.into()),
        got: Some(SECRET.into()),
        again: None,
    };
    report([Ok(vec![passed.clone(), passed.clone()]), Ok(vec![passed.clone(), failed])])
}

/// The core is half done, and one exercise beyond it is begun.
pub fn beyond() -> Report {
    let (passed, open) = (Outcome::new(Status::Passed, ""), Outcome::new(Status::NotImplemented, "not yet"));
    let wrong = Outcome::new(Status::WrongValue, "2 of 5 values are wrong");
    report_of([Ok(vec![passed.clone(), passed.clone()]), Ok(vec![open; 2]), Ok(vec![passed, wrong])])
}

/// The grader itself failed.
pub fn broken() -> Report {
    Report::not_graded(Origin::Submission, 14, format!("cannot start cargo\n{HOSTILE}"))
}

fn untouched() -> Result<Vec<Outcome>, NoWorker> {
    Ok(vec![Outcome::new(Status::NotImplemented, "not implemented yet"); 2])
}

/// Two exercises of two checks, of which the very last is hidden.
fn report(results: [Result<Vec<Outcome>, NoWorker>; 2]) -> Report {
    report_of(results)
}

/// The same, and one beyond the core where there is a third result.
fn report_of<const N: usize>(results: [Result<Vec<Outcome>, NoWorker>; N]) -> Report {
    let check = |name: &str, points, hidden| Check {
        name: name.into(),
        points,
        hint: format!("`mapv` keeps the shape: 2 * {points} > 1."),
        hidden,
        ..Check::default()
    };
    let exercise = |name: &str, title: &str, hidden| Exercise {
        name: name.into(),
        title: title.into(),
        checks: vec![check("computes_the_example", 3, false), check("keeps_nan", 4, hidden)],
        ..Exercise::default()
    };
    let slope = toml::from_str(
        "title = \"ReLUSlope\"\ntrack = \"beyond\"\nfile = \"slopes/relu.rs\"\nchapter = 4\ntolerance = 0.0\ncheck = []",
    );
    let slope: Exercise = slope.expect("an exercise");
    let slope = Exercise { name: "relu_slope".into(), checks: exercise("", "", false).checks, ..slope };
    let exercises = [exercise("relu", "ReLU", false), exercise("tanh", "Tanh", true), slope];
    let findings = results.into_iter().zip(&exercises).map(|(result, exercise)| {
        let result = result.map(|outcomes| {
            let ids = exercise.checks.iter().map(|check| exercise.id(check));
            Verdicts { outcomes: ids.zip(outcomes).collect(), ..Verdicts::default() }
        });
        (
            exercise,
            Finding { file: exercise.file(), line: None, result, diagnosis: None, warnings: Vec::new() },
        )
    });
    let ignored = vec![Ignored { file: format!("{HOSTILE}.rs"), why: "is no exercise's file".into() }];
    let taken = vec![Taken {
        exercise: "relu".into(),
        file: format!("my_{HOSTILE}.rs"),
        note: "taken for relu.rs".into(),
    }];
    let about = About {
        subject: Origin::Submission,
        seed: 424_242,
        sandbox: None,
        taken,
        ignored,
        empty: None,
        withheld: 0,
        exercises_in_all: 2,
        beyond_in_all: if N > 2 { 20 } else { 0 },
    };
    Report::new(about, findings)
}

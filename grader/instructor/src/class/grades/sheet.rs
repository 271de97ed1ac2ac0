//! The grades as tables that a spreadsheet reads, and does nothing but read.

use std::collections::BTreeMap;

use anyhow::Result;
use csv::{QuoteStyle, Writer, WriterBuilder};

use super::entry::{Entry, Status};
use super::kept_report::KeptReport;
use crate::class::policy::{Policy, Standing};
use crate::class::students::label::System;
use grader::rubric::{Rubric, Track};

/// What the exercises are called in a grade book.
const ASSIGNMENT: &str = "Activations";

/// The table of everyone: one line a student, one column an exercise. Where there are exercises beyond the core, their
/// points stand in columns of their own, the last. A policy has its columns beside the score, which are empty where it
/// can't be applied.
///
/// # Errors
/// Never for a table in memory.
pub fn plain(rubric: &Rubric, entries: &[&Entry], policy: Option<&Policy>) -> Result<Vec<u8>> {
    let mut table = table();
    let of = |track| rubric.of(track).map(|exercise| exercise.name.as_str());
    let has_beyond = rubric.of(Track::Beyond).next().is_some();
    let mut heads = vec!["student", "id", "score"];
    if policy.is_some() {
        heads.extend(["late_days", "penalty", "final"]);
    }
    heads.push("max_score");
    heads.extend(of(Track::Core));
    heads.extend(["status", "late", "submitted", "note"]);
    if has_beyond {
        heads.extend(["beyond", "max_beyond"].into_iter().chain(of(Track::Beyond)));
    }
    table.write_record(heads)?;
    let core = rubric.of(Track::Core).count();
    for entry in entries {
        let person = &entry.person;
        let mut line = vec![inert(&person.name), inert(&person.id), entry.score.to_string()];
        if let Some(policy) = policy {
            line.extend(match policy.of(entry) {
                Some(Standing::Settled(applied)) => {
                    [applied.late_days.to_string(), applied.penalty.to_string(), applied.score.to_string()]
                }
                Some(Standing::Open(_)) | None => Default::default(),
            });
        }
        line.push(entry.max_score.to_string());
        // An empty cell: nothing was handed in that is begun.
        let scores =
            entry.scores.iter().map(|score| score.map(|score| score.to_string()).unwrap_or_default());
        line.extend(scores.clone().take(core));
        let late = if person.late { "late" } else { "" };
        line.extend([
            entry.status.to_string(),
            late.into(),
            inert(&person.submitted),
            inert(&entry.remarks()),
        ]);
        if has_beyond {
            line.extend([entry.beyond.score, entry.beyond.max_score].map(|points| points.to_string()));
            line.extend(scores.skip(core));
        }
        table.write_record(line)?;
    }
    Ok(table.into_inner()?)
}

/// The points of every check: one line a student, and nothing where there is no grade, or the exercise beyond the core
/// is not begun.
///
/// # Errors
/// Never for a table in memory.
pub fn checks(rubric: &Rubric, entries: &[&Entry], reports: &[(&Entry, KeptReport)]) -> Result<Vec<u8>> {
    let mut table = table();
    let ids: Vec<String> = rubric
        .exercises
        .iter()
        .flat_map(|exercise| exercise.checks.iter().map(|check| exercise.id(check)))
        .collect();
    table.write_record(["student", "id"].into_iter().chain(ids.iter().map(String::as_str)))?;
    let by_key: BTreeMap<&str, &KeptReport> =
        reports.iter().map(|(entry, report)| (entry.person.key.as_str(), report)).collect();
    for entry in entries {
        let report = by_key.get(entry.person.key.as_str()).filter(|_| entry.status == Status::Graded);
        let points: BTreeMap<&str, u32> = report
            .into_iter()
            .flat_map(|report| report.checks())
            .map(|(_, check)| (check.id.as_str(), check.points))
            .collect();
        let cells = ids.iter().map(|id| points.get(id.as_str()).map(u32::to_string).unwrap_or_default());
        table.write_record([inert(&entry.person.name), inert(&entry.person.id)].into_iter().chain(cells))?;
    }
    Ok(table.into_inner()?)
}

/// As Canvas imports it: without those who have no final score, whom it would give 0 points.
///
/// It finds a student by the id that its download's names have, or else by the login name.
///
/// # Errors
/// Never for a table in memory.
pub fn canvas(rubric: &Rubric, entries: &[&Entry], policy: Option<&Policy>) -> Result<Vec<u8>> {
    let mut table = table();
    table.write_record(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ASSIGNMENT])?;
    let most = rubric.points(Track::Core);
    table.write_record(["    Points Possible", "", "", "", "", &most.to_string()])?;
    for (entry, final_score) in settled(entries, policy) {
        let (name, id) = (inert(&entry.person.name), inert(&entry.person.id));
        let (canvas, sis, login) = match entry.person.system {
            Some(System::Canvas) if !id.is_empty() => (id, String::new(), String::new()),
            Some(System::Gradescope) if !id.is_empty() => (String::new(), id, String::new()),
            _ => (String::new(), String::new(), name.clone()),
        };
        table.write_record([&name, &canvas, &sis, &login, "", &final_score.to_string()])?;
    }
    Ok(table.into_inner()?)
}

/// As nbgrader exports it: without those who have no final score.
///
/// # Errors
/// Never for a table in memory.
pub fn nbgrader(entries: &[&Entry], policy: Option<&Policy>) -> Result<Vec<u8>> {
    let mut table = table();
    table.write_record([
        "assignment",
        "duedate",
        "timestamp",
        "student_id",
        "last_name",
        "first_name",
        "email",
        "raw_score",
        "late_submission_penalty",
        "score",
        "max_score",
    ])?;
    for (entry, final_score) in settled(entries, policy) {
        let person = &entry.person;
        let id = inert(if person.id.is_empty() { &person.name } else { &person.id });
        let (score, most) = (entry.score.to_string(), entry.max_score.to_string());
        let penalty = ((f64::from(entry.score) - final_score) * 100.0).round() / 100.0;
        let (penalty, left) = (penalty.to_string(), final_score.to_string());
        let (submitted, email) = (inert(&person.submitted), inert(&person.email));
        let line = [ASSIGNMENT, "", &submitted, &id, "", "", &email, &score, &penalty, &left, &most];
        table.write_record(line)?;
    }
    Ok(table.into_inner()?)
}

/// Those who have a final score, with it.
fn settled<'a>(entries: &'a [&Entry], policy: Option<&'a Policy>) -> impl Iterator<Item = (&'a Entry, f64)> {
    let graded = entries.iter().copied().filter(|entry| entry.status == Status::Graded);
    graded.filter_map(move |entry| match policy.map(|policy| policy.of(entry)) {
        None => Some((entry, f64::from(entry.score))),
        Some(Some(Standing::Settled(applied))) => Some((entry, applied.score)),
        Some(Some(Standing::Open(_)) | None) => None,
    })
}

/// Texts stand in quotes, so that a spreadsheet that takes `;` or a tab for the end of a cell does not find one
/// in them.
pub fn table() -> Writer<Vec<u8>> {
    WriterBuilder::new().quote_style(QuoteStyle::NonNumeric).from_writer(Vec::new())
}

/// The text so that no spreadsheet takes it, or what stands behind something that may end a cell, for a formula.
pub fn inert(text: &str) -> String {
    let mut inert = String::with_capacity(text.len());
    let mut is_start = true;
    for c in text.chars() {
        if is_start && matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r') {
            inert.push('\'');
        }
        is_start = matches!(c, ';' | ',' | '\t' | '\r' | '\n' | '|')
            || (is_start && (c == '"' || c.is_whitespace()));
        inert.push(c);
    }
    inert
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use grader::rubric::{Check, Exercise};

    use super::*;
    use crate::class::students::person::Person;

    #[test]
    fn what_is_beyond_the_core_has_columns_of_its_own_and_is_in_no_grade_book() {
        let exercise = |name: &str, track, points| Exercise {
            name: name.into(),
            track,
            checks: vec![Check { name: "a".into(), points, ..Check::default() }],
            ..Exercise::default()
        };
        let exercises = vec![
            exercise("relu", Track::Core, 30),
            exercise("gelu", Track::Beyond, 20),
            exercise("tanh_slope", Track::Beyond, 20),
        ];
        let rubric = Rubric { exercises, ..Rubric::default() };
        let person = Person::new("ada".into());
        let mut entry = Entry::without_report(&person, &rubric, Status::Graded, "");
        entry.score = 28;
        entry.scores = vec![Some(28), Some(15), None];
        entry.beyond.score = 15;
        let text = |table: Result<Vec<u8>>| String::from_utf8(table.expect("in memory")).expect("text");
        expect![[r#"
            "student","id","score","max_score","relu","status","late","submitted","note","beyond","max_beyond","gelu","tanh_slope"
            "ada","",28,30,28,"graded","","","",15,40,15,""
        "#]]
        .assert_eq(&text(plain(&rubric, &[&entry], None)));
        let canvas = text(canvas(&rubric, &[&entry], None));
        assert!(canvas.contains(",30\n") && canvas.ends_with(",28\n"), "{canvas}");
    }

    #[test]
    fn nothing_becomes_a_formula_wherever_a_cell_may_end() {
        let texts = [
            "=1+1",
            "Ada;=1+1",
            "a\t@b",
            "x,  \"-2\"",
            " +3",
            "＝1",
            "a-b; c=d, e+f",
            "j.doe@uni.example",
            "\r=1",
        ];
        let inert: String = texts.iter().map(|text| format!("{}\n", inert(text).escape_debug())).collect();
        expect![[r#"
            \'=1+1
            Ada;\'=1+1
            a\t\'@b
            x,  \"\'-2\"
             \'+3
            \'＝1
            a-b; c=d, e+f
            j.doe@uni.example
            \'\r\'=1
        "#]]
        .assert_eq(&inert);
        let mut table = table();
        table.write_record(["a;b", "tab\t", "12", "say \"x\"", ""]).expect("in memory");
        let written = String::from_utf8(table.into_inner().expect("in memory")).expect("text");
        assert_eq!(written, "\"a;b\",\"tab\t\",12,\"say \"\"x\"\"\",\"\"\n");
    }
}
